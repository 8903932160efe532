using System.Diagnostics.CodeAnalysis;
using BpoDirectory.Data.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>An entry that departments name, such as a site: it has a name and an address of its own.</summary>
public abstract class NamedEntry : Entry, IAddressed
{
    /// <summary>A new entry, version 1.</summary>
    /// <exception cref="DirectoryRuleException">The name or slug is empty, too long or malformed.</exception>
    protected NamedEntry(string slug, string name) => Rename(name, slug);

    /// <inheritdoc />
    public abstract EntryType Type { get; }

    /// <summary>The entry's part of addresses; unique among those of its type without regard to case.</summary>
    public string Slug { get; private set; }

    public string Name { get; private set; }

    /// <summary>See <see cref="NameComparison"/>.</summary>
    public string NameKey { get; private set; }

    /// <summary>Gives the entry a new name and slug; the slug it had keeps leading to it.</summary>
    /// <exception cref="DirectoryRuleException">The name or slug is empty, too long or malformed.</exception>
    [MemberNotNull(nameof(Name), nameof(NameKey), nameof(Slug))]
    public void Rename(string name, string slug)
    {
        (Name, Slug) = (Rules.Required(name, "a name", Rules.NameLength), Rules.Slug(slug));
        NameKey = NameComparison.KeyOf(Name);
    }
}

internal static class NamedEntryConfiguration
{
    /// <summary>Maps what named entries have in common.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="isUnique">Whether no two of the type have the same name.</param>
    public static void ConfigureName<T>(this EntityTypeBuilder<T> entry, bool isUnique = true) where T : NamedEntry
    {
        entry.Ignore(e => e.Type);
        entry.HasIndex(e => e.Slug).IsUnique();
        entry.HasIndex(e => e.NameKey).IsUnique(isUnique);
        entry.Property(e => e.Slug).HasMaxLength(Rules.SlugLength).UseCollation(TextMatch.IgnoreCase);
        entry.Property(e => e.Name).HasMaxLength(Rules.NameLength);
    }
}
