using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using BpoDirectory.Editing;

namespace BpoDirectory.Sites;

/// <summary>Everything about a site that an editor can change.</summary>
public sealed class SiteContent : EntryContent
{
    /// <summary>What can be changed, how it is compared and merged, and what it must keep to, in the order in which it is shown.</summary>
    public static IReadOnlyList<ContentField> Fields { get; } =
    [
        new("name", "Name", FieldShape.Text) { Rule = TextRule.Required("a site name", Rules.NameLength) },
        SlugField,
        new("city", "City", FieldShape.Text) { Rule = TextRule.Optional("the city", Rules.NameLength) },
        new("country", "Country") { Rule = TextRule.Country, WordOf = code => LocaleNames.FindCountry(code) ?? code },
        new("timeZone", "Time zone") { Rule = TextRule.TimeZone },
        ArchivedField,
    ];

    public string Name { get; set; } = "";

    public string City { get; set; } = "";

    /// <summary>The ISO 3166 code; empty where it is not told.</summary>
    public string Country { get; set; } = "";

    /// <summary>The IANA name; empty where it is not told.</summary>
    public string TimeZone { get; set; } = "";

    /// <inheritdoc />
    public override string Title => Name;

    /// <inheritdoc />
    public override void ClearIdentity()
    {
        base.ClearIdentity();
        Name = "";
    }

    internal void ApplyTo(Site site)
    {
        site.Rename(Name, Slug);
        site.Locate(City, Country, TimeZone);
        site.SetArchived(Archived);
    }

    internal static SiteContent From(Site site) => new()
    {
        Name = site.Name,
        Slug = site.Slug,
        City = site.City ?? "",
        Country = site.Country ?? "",
        TimeZone = site.TimeZone ?? "",
        Archived = site.IsArchived,
    };
}
