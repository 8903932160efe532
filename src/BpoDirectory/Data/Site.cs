using BpoDirectory.Data.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>A place where departments work.</summary>
public sealed class Site(string slug, string name) : NamedEntry(slug, name)
{
    /// <inheritdoc />
    public override EntryType Type => EntryType.Site;

    public string? City { get; private set; }

    /// <summary>The ISO 3166 code of the country; null where it is not told.</summary>
    public string? Country { get; private set; }

    /// <summary>The IANA name of its time zone; null where it is not told.</summary>
    public string? TimeZone { get; private set; }

    public List<Department> Departments { get; } = [];

    /// <summary>States where it is; empty texts state nothing.</summary>
    /// <exception cref="DirectoryRuleException">The city is too long, or there is no such country or time zone.</exception>
    public void Locate(string? city, string? country, string? timeZone)
    {
        if ((CheckCountry(country ?? "") ?? OpeningHours.CheckZone(timeZone ?? "")) is { } problem)
            throw new DirectoryRuleException(problem);
        City = Rules.Optional(city, "the city", Rules.NameLength);
        (Country, TimeZone) = (NullIfEmpty(country), NullIfEmpty(timeZone));
    }

    /// <summary>What is wrong with the code of a country, in words for the editor; null when nothing is.</summary>
    public static string? CheckCountry(string code) =>
        code.Length == 0 || LocaleNames.FindCountry(code) is not null
            ? null
            : $"“{code}” is no country; choose one, such as PH for the Philippines.";

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

internal sealed class SiteConfiguration : IEntityTypeConfiguration<Site>
{
    public void Configure(EntityTypeBuilder<Site> site)
    {
        site.ConfigureName();
        site.Property(s => s.City).HasMaxLength(Rules.NameLength);
        site.Property(s => s.Country).HasMaxLength(2);
        site.Property(s => s.TimeZone).HasMaxLength(Rules.NameLength);
    }
}
