namespace BpoDirectory.Data;

/// <summary>What somebody who reads may know of.</summary>
/// <param name="SeesPeople">Whether anything of people.</param>
/// <param name="SeesClients">Whether anything of clients.</param>
public sealed record Audience(bool SeesPeople, bool SeesClients)
{
    /// <summary>Whoever may see everything: who edits it.</summary>
    public static Audience Editors { get; } = new(true, true);

    /// <summary>Whoever may see nothing that could be kept from somebody.</summary>
    public static Audience Anybody { get; } = new(false, false);

    /// <summary>Whether entries of the type may be seen.</summary>
    public bool Sees(EntryType type) => type switch
    {
        EntryType.Person => SeesPeople,
        EntryType.Client => SeesClients,
        _ => true,
    };
}
