using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using BpoDirectory.Editing;

namespace BpoDirectory.Sites;

/// <summary>Everything about a site that an editor can change.</summary>
public sealed class SiteContent : NamedContent<Site>
{
    /// <summary>What can be changed, how it is compared and merged, and what it must keep to, in the order in which it is shown.</summary>
    public static IReadOnlyList<ContentField> Fields { get; } =
    [
        NameField("a site name"),
        SlugField,
        new("city", "City", FieldShape.Text) { Rule = TextRule.Optional("the city", Rules.NameLength) },
        new("country", "Country") { Rule = TextRule.Country, WordOf = code => LocaleNames.FindCountry(code) ?? code },
        new("timeZone", "Time zone") { Rule = TextRule.TimeZone },
        ArchivedField,
    ];

    public string City { get; set; } = "";

    /// <summary>The ISO 3166 code; empty where it is not told.</summary>
    public string Country { get; set; } = "";

    /// <summary>The IANA name; empty where it is not told.</summary>
    public string TimeZone { get; set; } = "";

    /// <inheritdoc />
    protected internal override void DescribeTo(Site entry) => entry.Locate(City, Country, TimeZone);

    /// <inheritdoc />
    protected internal override void DescribeFrom(Site entry) =>
        (City, Country, TimeZone) = (entry.City ?? "", entry.Country ?? "", entry.TimeZone ?? "");
}
