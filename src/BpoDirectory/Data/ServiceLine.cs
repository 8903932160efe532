using BpoDirectory.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>A service that providers sell under one name, delivered by one or more departments.</summary>
public sealed class ServiceLine : Entry, IAddressed
{
    EntryType IAddressed.Type => EntryType.ServiceLine;

    public required string Slug { get; set => field = Rules.Slug(value); }

    public required string Name { get; set => field = Rules.Required(value, "a service line name", Rules.NameLength); }

    public required string Summary { get; set => field = Rules.Required(value, "a summary", Rules.SentenceLength); }

    /// <summary>The rank among the service lines, from 1.</summary>
    public required int Rank { get; set; }

    public List<ServiceLineDepartment> Departments { get; } = [];

    public List<Source> Sources { get; } = [];
}

/// <summary>A department's part in a service line.</summary>
public sealed class ServiceLineDepartment
{
    public int ServiceLineId { get; private set; }

    public ServiceLine ServiceLine { get; private set; } = null!;

    public int DepartmentId { get; private set; }

    public required Department Department { get; init; }

    /// <summary>The rank among the departments of the line, from 1.</summary>
    public required int Rank { get; set; }
}

internal sealed class ServiceLineConfiguration : IEntityTypeConfiguration<ServiceLine>
{
    public void Configure(EntityTypeBuilder<ServiceLine> line)
    {
        line.HasQueryFilter(entry => !entry.IsArchived);
        line.HasIndex(l => l.Slug).IsUnique();
        line.HasIndex(l => l.Name).IsUnique();
        line.Property(l => l.Slug).HasMaxLength(Rules.SlugLength).UseCollation(TextMatch.IgnoreCase);
        line.Property(l => l.Name).HasMaxLength(Rules.NameLength).UseCollation(TextMatch.IgnoreCase);
        line.HasMany(l => l.Sources).WithMany().UsingEntity("ServiceLineSource");
    }
}

internal sealed class ServiceLineDepartmentConfiguration : IEntityTypeConfiguration<ServiceLineDepartment>
{
    public void Configure(EntityTypeBuilder<ServiceLineDepartment> membership)
    {
        membership.HasKey(m => new { m.ServiceLineId, m.DepartmentId });
        membership.HasOne(m => m.ServiceLine).WithMany(l => l.Departments).HasForeignKey(m => m.ServiceLineId);
        membership.HasOne(m => m.Department).WithMany(d => d.ServiceLines).HasForeignKey(m => m.DepartmentId);
    }
}
