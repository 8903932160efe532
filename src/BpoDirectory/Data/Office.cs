namespace BpoDirectory.Data;

/// <summary>Whether a department's work faces the client's customers.</summary>
public enum Office
{
    /// <summary>The work talks to the client's customers.</summary>
    Front,

    /// <summary>The work happens inside, away from the client's customers.</summary>
    Back,

    /// <summary>The department serves both the inside and the client's customers.</summary>
    Both,

    /// <summary>Neither: the department does not perform outsourced work.</summary>
    None,
}

/// <summary>Where the statement about a department's office comes from.</summary>
public enum OfficeBasis
{
    /// <summary>A source says so.</summary>
    Stated,

    /// <summary>An editor's judgement, given with its reason.</summary>
    Judged,
}

/// <summary>On which side of an outsourcing contract a department stands.</summary>
public enum Side
{
    /// <summary>The organisation that takes over the work.</summary>
    Provider,

    /// <summary>The organisation that gives the work away.</summary>
    Client,
}
