namespace BpoDirectory.Search.Suggestions;

/// <summary>What a name leads to.</summary>
public enum NameKind
{
    Department,
    Function,
}

/// <summary>A name of a department or function as it is offered, with where it leads.</summary>
/// <param name="Kind">What it leads to.</param>
/// <param name="Slug">The slug of that.</param>
/// <param name="Name">The name of that.</param>
/// <param name="Text">The text offered: the name, an alias or a synonym.</param>
public sealed record SuggestedName(NameKind Kind, string Slug, string Name, string Text);

/// <summary>A name in memory.</summary>
/// <param name="Kind">What it leads to.</param>
/// <param name="Id">The key of that.</param>
/// <param name="IsName">Whether it is the name of that, not an alias or a synonym.</param>
/// <param name="Text">The text.</param>
internal readonly record struct NameEntry(NameKind Kind, int Id, bool IsName, string Text);
