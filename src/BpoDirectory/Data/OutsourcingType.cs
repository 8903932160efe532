using BpoDirectory.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>A kind of outsourcing that the field knows by an acronym, such as KPO; it has no office of its own.</summary>
public sealed class OutsourcingType : Entry, IAddressed
{
    EntryType IAddressed.Type => EntryType.OutsourcingType;

    public required string Slug { get; set => field = Rules.Slug(value); }

    public required string Acronym { get; set => field = Rules.Required(value, "an acronym", Rules.AcronymLength); }

    public required string Name { get; set => field = Rules.Required(value, "a name of the outsourcing type", Rules.NameLength); }

    public required string Summary { get; set => field = Rules.Required(value, "a summary", Rules.SentenceLength); }

    /// <summary>Markdown.</summary>
    public required string Description { get; set => field = Rules.Required(value, "a description", Rules.MarkdownLength); }

    public List<OutsourcingTypeSynonym> Synonyms { get; } = [];

    /// <summary>The departments nearest to this type.</summary>
    public List<OutsourcingTypeDepartment> Departments { get; } = [];

    public List<Source> Sources { get; } = [];
}

/// <summary>Another wording for an outsourcing type.</summary>
public sealed class OutsourcingTypeSynonym
{
    public int Id { get; private set; }

    public int OutsourcingTypeId { get; private set; }

    public required string Text { get; set => field = Rules.Required(value, "a synonym", Rules.NameLength); }

    public required int Rank { get; set; }
}

/// <summary>A department near an outsourcing type.</summary>
public sealed class OutsourcingTypeDepartment
{
    public int OutsourcingTypeId { get; private set; }

    public OutsourcingType OutsourcingType { get; private set; } = null!;

    public int DepartmentId { get; private set; }

    public required Department Department { get; init; }

    /// <summary>1 for the nearest department.</summary>
    public required int Rank { get; set; }

    /// <summary>What brings the two together.</summary>
    public required string Reason { get; set => field = Rules.Required(value, "a reason why the department is near", Rules.SentenceLength); }
}

internal sealed class OutsourcingTypeConfiguration : IEntityTypeConfiguration<OutsourcingType>
{
    public void Configure(EntityTypeBuilder<OutsourcingType> type)
    {
        type.HasQueryFilter(entry => !entry.IsArchived);
        type.HasIndex(t => t.Slug).IsUnique();
        type.HasIndex(t => t.Acronym).IsUnique();
        type.HasIndex(t => t.Name).IsUnique();
        type.Property(t => t.Slug).HasMaxLength(Rules.SlugLength).UseCollation(TextMatch.IgnoreCase);
        type.Property(t => t.Acronym).HasMaxLength(Rules.AcronymLength).UseCollation(TextMatch.IgnoreCase);
        type.Property(t => t.Name).HasMaxLength(Rules.NameLength).UseCollation(TextMatch.IgnoreCase);
        type.HasMany(t => t.Synonyms).WithOne().HasForeignKey(s => s.OutsourcingTypeId);
        type.HasMany(t => t.Sources).WithMany().UsingEntity("OutsourcingTypeSource");
    }
}

internal sealed class OutsourcingTypeSynonymConfiguration : IEntityTypeConfiguration<OutsourcingTypeSynonym>
{
    public void Configure(EntityTypeBuilder<OutsourcingTypeSynonym> synonym)
    {
        synonym.HasIndex(s => new { s.OutsourcingTypeId, s.Text }).IsUnique();
        synonym.Property(s => s.Text).HasMaxLength(Rules.NameLength).UseCollation(TextMatch.IgnoreCase);
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
