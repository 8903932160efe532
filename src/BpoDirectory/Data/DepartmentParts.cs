namespace BpoDirectory.Data;

/// <summary>Another name people use for a department; unique over all departments without regard to case.</summary>
public sealed class DepartmentAlias
{
    public int Id { get; private set; }

    public int DepartmentId { get; private set; }

    public required string Name { get; set => field = Rules.Required(value, "an alias", Rules.NameLength); }

    /// <summary>The rank among the department's aliases, from 1.</summary>
    public required int Rank { get; set; }

    public List<Source> Sources { get; } = [];
}

/// <summary>Something a department answers for.</summary>
public sealed class Responsibility
{
    public int Id { get; private set; }

    public int DepartmentId { get; private set; }

    /// <summary>The rank among the department's responsibilities, from 1, most important first.</summary>
    public required int Rank { get; set; }

    /// <summary>The responsibility in a few words, verb first.</summary>
    public required string Text { get; set => field = Rules.Required(value, "a responsibility", Rules.SentenceLength); }

    /// <summary>One more sentence, where there is something to add.</summary>
    public string? Detail { get; set => field = Rules.Optional(value, "the detail", Rules.SentenceLength); }

    public List<Source> Sources { get; } = [];
}
