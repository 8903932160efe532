using System.Diagnostics.CodeAnalysis;
using BpoDirectory.Data.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>A kind of outsourcing that the field knows by an acronym, such as KPO; it has no office of its own.</summary>
public sealed class OutsourcingType : Entry, IAddressed
{
    /// <summary>A new outsourcing type, version 1.</summary>
    /// <exception cref="DirectoryRuleException">A name, the slug or a text is empty, too long or malformed.</exception>
    public OutsourcingType(string slug, string acronym, string name, string summary, string description)
    {
        Rename(name, acronym, slug);
        Describe(summary, description);
    }

    EntryType IAddressed.Type => EntryType.OutsourcingType;

    /// <summary>The type's part of its address; unique without regard to case.</summary>
    public string Slug { get; private set; }

    /// <summary>What the field calls the type; unique by its key.</summary>
    public string Acronym { get; private set; }

    /// <summary>See <see cref="NameComparison"/>.</summary>
    public string AcronymKey { get; private set; }

    /// <summary>What the acronym stands for; unique by its key.</summary>
    public string Name { get; private set; }

    /// <summary>See <see cref="NameComparison"/>.</summary>
    public string NameKey { get; private set; }

    /// <summary>One or two sentences: what is outsourced.</summary>
    public string Summary { get; private set; }

    /// <summary>Markdown.</summary>
    public string Description { get; private set; }

    public List<OutsourcingTypeSynonym> Synonyms { get; } = [];

    /// <summary>The departments nearest to this type.</summary>
    public List<OutsourcingTypeDepartment> Departments { get; } = [];

    public List<Source> Sources { get; } = [];

    /// <summary>Gives the type new names and a new slug; the slug it had keeps leading to it.</summary>
    /// <exception cref="DirectoryRuleException">A name or the slug is empty, too long or malformed.</exception>
    [MemberNotNull(nameof(Name), nameof(NameKey), nameof(Acronym), nameof(AcronymKey), nameof(Slug))]
    public void Rename(string name, string acronym, string slug)
    {
        (Name, Acronym, Slug) = (
            Rules.Required(name, "a name of the outsourcing type", Rules.NameLength),
            Rules.Required(acronym, "an acronym", Rules.AcronymLength),
            Rules.Slug(slug));
        (NameKey, AcronymKey) = (NameComparison.KeyOf(Name), NameComparison.KeyOf(Acronym));
    }

    /// <summary>Replaces the summary and the Markdown description.</summary>
    /// <exception cref="DirectoryRuleException">A text is empty or too long.</exception>
    [MemberNotNull(nameof(Summary), nameof(Description))]
    public void Describe(string summary, string description) => (Summary, Description) = (
        Rules.Required(summary, "a summary", Rules.SentenceLength), Rules.Required(description, "a description", Rules.MarkdownLength));
}

/// <summary>Another wording for an outsourcing type.</summary>
public sealed class OutsourcingTypeSynonym
{
    /// <summary>A new synonym at a rank from 1.</summary>
    /// <exception cref="DirectoryRuleException">The text is empty or too long.</exception>
    public OutsourcingTypeSynonym(string text, int rank)
    {
        Reword(text);
        MoveTo(rank);
    }

    public int Id { get; private set; }

    public int OutsourcingTypeId { get; private set; }

    public string Text { get; private set; }

    /// <summary>See <see cref="NameComparison"/>.</summary>
    public string TextKey { get; private set; }

    /// <summary>The rank among the type's synonyms, from 1.</summary>
    public int Rank { get; private set; }

    /// <summary>Replaces the text.</summary>
    /// <exception cref="DirectoryRuleException">The text is empty or too long.</exception>
    [MemberNotNull(nameof(Text), nameof(TextKey))]
    public void Reword(string text)
    {
        Text = Rules.Required(text, "a synonym", Rules.NameLength);
        TextKey = NameComparison.KeyOf(Text);
    }

    /// <summary>Gives the synonym another rank; who orders a list ranks all of it.</summary>
    public void MoveTo(int rank) => Rank = rank;
}

/// <summary>A department near an outsourcing type.</summary>
public sealed class OutsourcingTypeDepartment
{
    /// <summary>Puts a department near a type at a rank from 1.</summary>
    /// <exception cref="DirectoryRuleException">The reason is empty or too long.</exception>
    public OutsourcingTypeDepartment(Department department, int rank, string reason)
    {
        Department = department;
        MoveTo(rank);
        Explain(reason);
    }

    // For EF Core, which sets the department and the reason later.
    private OutsourcingTypeDepartment() => (Department, Reason) = (null!, null!);

    public int OutsourcingTypeId { get; private set; }

    public OutsourcingType OutsourcingType { get; private set; } = null!;

    public int DepartmentId { get; private set; }

    public Department Department { get; private set; }

    /// <summary>1 for the nearest department.</summary>
    public int Rank { get; private set; }

    /// <summary>What brings the two together.</summary>
    public string Reason { get; private set; }

    /// <summary>Gives the department another rank; who orders a list ranks all of it.</summary>
    public void MoveTo(int rank) => Rank = rank;

    /// <summary>Replaces the reason.</summary>
    /// <exception cref="DirectoryRuleException">The reason is empty or too long.</exception>
    [MemberNotNull(nameof(Reason))]
    public void Explain(string reason) => Reason = Rules.Required(reason, "a reason why the department is near", Rules.SentenceLength);
}

internal sealed class OutsourcingTypeConfiguration : IEntityTypeConfiguration<OutsourcingType>
{
    public void Configure(EntityTypeBuilder<OutsourcingType> type)
    {
        type.HasIndex(t => t.Slug).IsUnique();
        type.HasIndex(t => t.AcronymKey).IsUnique();
        type.HasIndex(t => t.NameKey).IsUnique();
        type.Property(t => t.Slug).HasMaxLength(Rules.SlugLength).UseCollation(TextMatch.IgnoreCase);
        type.Property(t => t.Acronym).HasMaxLength(Rules.AcronymLength);
        type.Property(t => t.Name).HasMaxLength(Rules.NameLength);
        type.HasMany(t => t.Synonyms).WithOne().HasForeignKey(s => s.OutsourcingTypeId);
        type.HasMany(t => t.Sources).WithMany().UsingEntity("OutsourcingTypeSource");
    }
}

internal sealed class OutsourcingTypeSynonymConfiguration : IEntityTypeConfiguration<OutsourcingTypeSynonym>
{
    public void Configure(EntityTypeBuilder<OutsourcingTypeSynonym> synonym)
    {
        synonym.HasIndex(s => new { s.OutsourcingTypeId, s.TextKey }).IsUnique();
        synonym.Property(s => s.Text).HasMaxLength(Rules.NameLength);
    }
}

internal sealed class OutsourcingTypeDepartmentConfiguration : IEntityTypeConfiguration<OutsourcingTypeDepartment>
{
    public void Configure(EntityTypeBuilder<OutsourcingTypeDepartment> near)
    {
        near.HasKey(n => new { n.OutsourcingTypeId, n.DepartmentId });
        near.HasOne(n => n.OutsourcingType).WithMany(t => t.Departments).HasForeignKey(n => n.OutsourcingTypeId);
        near.HasOne(n => n.Department).WithMany(d => d.OutsourcingTypes).HasForeignKey(n => n.DepartmentId);
    }
}
