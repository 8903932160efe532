using System.Diagnostics.CodeAnalysis;
using BpoDirectory.Data.Sqlite;
using BpoDirectory.Data.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>A place where departments work.</summary>
public sealed class Site : Entry, IAddressed
{
    /// <summary>A new site, version 1.</summary>
    /// <exception cref="DirectoryRuleException">The name or slug is empty, too long or malformed.</exception>
    public Site(string slug, string name) => Rename(name, slug);

    EntryType IAddressed.Type => EntryType.Site;

    /// <summary>The site's part of addresses; unique without regard to case.</summary>
    public string Slug { get; private set; }

    /// <summary>The site's name; unique by its key.</summary>
    public string Name { get; private set; }

    /// <summary>See <see cref="NameComparison"/>.</summary>
    public string NameKey { get; private set; }

    public string? City { get; private set; }

    /// <summary>The ISO 3166 code of the country; null where it is not told.</summary>
    public string? Country { get; private set; }

    /// <summary>The IANA name of its time zone; null where it is not told.</summary>
    public string? TimeZone { get; private set; }

    public List<Department> Departments { get; } = [];

    /// <summary>Gives the site a new name and slug; the slug it had keeps leading to it.</summary>
    /// <exception cref="DirectoryRuleException">The name or slug is empty, too long or malformed.</exception>
    [MemberNotNull(nameof(Name), nameof(NameKey), nameof(Slug))]
    public void Rename(string name, string slug)
    {
        (Name, Slug) = (Rules.Required(name, "a site name", Rules.NameLength), Rules.Slug(slug));
        NameKey = NameComparison.KeyOf(Name);
    }

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
        code.Length == 0 || LocaleNames.FindCountry(code) is not null ? null : $"“{code}” is no country; choose one, such as PH for the Philippines.";

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

internal sealed class SiteConfiguration : IEntityTypeConfiguration<Site>
{
    public void Configure(EntityTypeBuilder<Site> site)
    {
        site.HasIndex(s => s.Slug).IsUnique();
        site.HasIndex(s => s.NameKey).IsUnique();
        site.Property(s => s.Slug).HasMaxLength(Rules.SlugLength).UseCollation(TextMatch.IgnoreCase);
        site.Property(s => s.Name).HasMaxLength(Rules.NameLength);
        site.Property(s => s.City).HasMaxLength(Rules.NameLength);
        site.Property(s => s.Country).HasMaxLength(2);
        site.Property(s => s.TimeZone).HasMaxLength(Rules.NameLength);
    }
}
