using BpoDirectory.Data.Text;

namespace BpoDirectory.Data;

/// <summary>Just enough of an entry to link to it.</summary>
public sealed record NamedLink(string Slug, string Name);

/// <summary>Just enough of a site to link to it and say where it is; the country by its ISO 3166 code.</summary>
public sealed record SiteLink(string Slug, string Name, string? City, string? Country)
{
    /// <summary>“Berlin, Germany”; only one of them, or nothing, where the other is not told.</summary>
    public string Place => string.Join(", ", new[] { City, Country is null ? null : LocaleNames.FindCountry(Country) }.OfType<string>());
}

/// <summary>Just enough of a source to cite it.</summary>
public sealed record SourceLink(string Code, string Slug, string Title);
