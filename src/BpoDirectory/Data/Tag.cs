using BpoDirectory.Data.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>A short word that departments are marked with.</summary>
public sealed class Tag
{
    /// <summary>The longest tag, in UTF-16 code units.</summary>
    public const int Longest = 40;

    /// <summary>A new tag.</summary>
    /// <exception cref="DirectoryRuleException">The name is empty or too long, or the slug malformed.</exception>
    public Tag(string slug, string name)
    {
        (Slug, Name) = (Rules.Slug(slug), Rules.Required(name, "a tag", Longest));
        NameKey = NameComparison.KeyOf(Name);
    }

    public int Id { get; private set; }

    /// <summary>The tag's part of addresses; unique without regard to case.</summary>
    public string Slug { get; private set; }

    /// <summary>As it was first written.</summary>
    public string Name { get; private set; }

    /// <summary>See <see cref="NameComparison"/>.</summary>
    public string NameKey { get; private set; }
}

internal sealed class TagConfiguration : IEntityTypeConfiguration<Tag>
{
    public void Configure(EntityTypeBuilder<Tag> tag)
    {
        tag.HasIndex(t => t.Slug).IsUnique();
        tag.HasIndex(t => t.NameKey).IsUnique();
        tag.Property(t => t.Slug).HasMaxLength(Rules.SlugLength).UseCollation(TextMatch.IgnoreCase);
        tag.Property(t => t.Name).HasMaxLength(Tag.Longest);
    }
}
