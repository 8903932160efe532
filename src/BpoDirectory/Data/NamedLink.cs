namespace BpoDirectory.Data;

/// <summary>Just enough of an entry to link to it.</summary>
public sealed record NamedLink(string Slug, string Name);

/// <summary>Just enough of a source to cite it.</summary>
public sealed record SourceLink(string Code, string Slug, string Title);
