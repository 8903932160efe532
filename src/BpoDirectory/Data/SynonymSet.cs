using System.Diagnostics.CodeAnalysis;
using BpoDirectory.Data.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>Words and phrases that mean the same in this field: searching one finds the others.</summary>
public sealed class SynonymSet : Entry
{
    /// <summary>A new set without members, version 1.</summary>
    /// <exception cref="DirectoryRuleException">The name is empty or too long.</exception>
    public SynonymSet(string name) => Rename(name);

    /// <summary>The set's name; unique by its key.</summary>
    public string Name { get; private set; }

    /// <summary>See <see cref="NameComparison"/>.</summary>
    public string NameKey { get; private set; }

    public List<SynonymMember> Members { get; } = [];

    /// <summary>The department the set points at, where it points at one.</summary>
    public Department? Department { get; private set; }

    /// <summary>The function the set points at, where it points at one.</summary>
    public BusinessFunction? BusinessFunction { get; private set; }

    /// <summary>Replaces the name.</summary>
    /// <exception cref="DirectoryRuleException">The name is empty or too long.</exception>
    [MemberNotNull(nameof(Name), nameof(NameKey))]
    public void Rename(string name)
    {
        Name = Rules.Required(name, "a name of the synonym set", Rules.NameLength);
        NameKey = NameComparison.KeyOf(Name);
    }

    /// <summary>Says what a search for a member leads to, where it leads to anything.</summary>
    public void PointAt(Department? department, BusinessFunction? function) => (Department, BusinessFunction) = (department, function);
}

/// <summary>A word or phrase of a synonym set.</summary>
public sealed class SynonymMember
{
    /// <summary>A new member.</summary>
    /// <exception cref="DirectoryRuleException">The text is empty or too long.</exception>
    public SynonymMember(string text) => Reword(text);

    public int Id { get; private set; }

    public int SynonymSetId { get; private set; }

    public string Text { get; private set; }

    /// <summary>See <see cref="NameComparison"/>.</summary>
    public string TextKey { get; private set; }

    /// <summary>Replaces the text.</summary>
    /// <exception cref="DirectoryRuleException">The text is empty or too long.</exception>
    [MemberNotNull(nameof(Text), nameof(TextKey))]
    public void Reword(string text)
    {
        Text = Rules.Required(text, "a word or phrase", Rules.NameLength);
        TextKey = NameComparison.KeyOf(Text);
    }
}

/// <summary>A word's other spelling; search treats both as the standard one.</summary>
public sealed class SpellingVariant
{
    public int Id { get; private set; }

    /// <summary>The other spelling, one lower-case word (British, as a rule).</summary>
    public required string Variant { get; init; }

    /// <summary>The spelling that stands for both in the index (American, as a rule).</summary>
    public required string Standard { get; init; }
}

internal sealed class SynonymSetConfiguration : IEntityTypeConfiguration<SynonymSet>
{
    public void Configure(EntityTypeBuilder<SynonymSet> set)
    {
        set.HasIndex(s => s.NameKey).IsUnique();
        set.Property(s => s.Name).HasMaxLength(Rules.NameLength);
        set.HasMany(s => s.Members).WithOne().HasForeignKey(m => m.SynonymSetId);
    }
}

internal sealed class SynonymMemberConfiguration : IEntityTypeConfiguration<SynonymMember>
{
    public void Configure(EntityTypeBuilder<SynonymMember> member)
    {
        member.HasIndex(m => new { m.SynonymSetId, m.TextKey }).IsUnique();
        member.Property(m => m.Text).HasMaxLength(Rules.NameLength);
    }
}

internal sealed class SpellingVariantConfiguration : IEntityTypeConfiguration<SpellingVariant>
{
    public void Configure(EntityTypeBuilder<SpellingVariant> spelling)
    {
        spelling.HasIndex(s => s.Variant).IsUnique();
        spelling.Property(s => s.Variant).HasMaxLength(Rules.NameLength).UseCollation(TextMatch.IgnoreCase);
    }
}
