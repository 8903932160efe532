using System.Diagnostics.CodeAnalysis;
using BpoDirectory.Data.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>A service that providers sell under one name, delivered by one or more departments.</summary>
public sealed class ServiceLine : Entry, IAddressed
{
    /// <summary>A new service line, version 1, at a rank from 1.</summary>
    /// <exception cref="DirectoryRuleException">The name, slug or summary is empty, too long or malformed.</exception>
    public ServiceLine(string slug, string name, string summary, int rank)
    {
        Rename(name, slug);
        Describe(summary);
        Rank = rank;
    }

    EntryType IAddressed.Type => EntryType.ServiceLine;

    /// <summary>The service line's part of its address; unique without regard to case.</summary>
    public string Slug { get; private set; }

    /// <summary>The service line's name; unique by its key.</summary>
    public string Name { get; private set; }

    /// <summary>See <see cref="NameComparison"/>.</summary>
    public string NameKey { get; private set; }

    /// <summary>One or two sentences: what providers offer in it.</summary>
    public string Summary { get; private set; }

    /// <summary>The rank among the service lines, from 1.</summary>
    public int Rank { get; private set; }

    public List<ServiceLineDepartment> Departments { get; } = [];

    public List<Source> Sources { get; } = [];

    /// <summary>Gives the service line a new name and slug; the slug it had keeps leading to it.</summary>
    /// <exception cref="DirectoryRuleException">The name or slug is empty, too long or malformed.</exception>
    [MemberNotNull(nameof(Name), nameof(NameKey), nameof(Slug))]
    public void Rename(string name, string slug)
    {
        (Name, Slug) = (Rules.Required(name, "a service line name", Rules.NameLength), Rules.Slug(slug));
        NameKey = NameComparison.KeyOf(Name);
    }

    /// <summary>Replaces the summary.</summary>
    /// <exception cref="DirectoryRuleException">The summary is empty or too long.</exception>
    [MemberNotNull(nameof(Summary))]
    public void Describe(string summary) => Summary = Rules.Required(summary, "a summary", Rules.SentenceLength);
}

/// <summary>A department's part in a service line.</summary>
public sealed class ServiceLineDepartment
{
    /// <summary>Makes a department a member of a service line at a rank from 1.</summary>
    public ServiceLineDepartment(Department department, int rank)
    {
        Department = department;
        MoveTo(rank);
    }

    // For EF Core, which sets the department later.
    private ServiceLineDepartment() => Department = null!;

    public int ServiceLineId { get; private set; }

    public ServiceLine ServiceLine { get; private set; } = null!;

    public int DepartmentId { get; private set; }

    public Department Department { get; private set; }

    /// <summary>The rank among the departments of the line, from 1.</summary>
    public int Rank { get; private set; }

    /// <summary>Gives the department another rank; who orders a list ranks all of it.</summary>
    public void MoveTo(int rank) => Rank = rank;
}

internal sealed class ServiceLineConfiguration : IEntityTypeConfiguration<ServiceLine>
{
    public void Configure(EntityTypeBuilder<ServiceLine> line)
    {
        line.HasIndex(l => l.Slug).IsUnique();
        line.HasIndex(l => l.NameKey).IsUnique();
        line.Property(l => l.Slug).HasMaxLength(Rules.SlugLength).UseCollation(TextMatch.IgnoreCase);
        line.Property(l => l.Name).HasMaxLength(Rules.NameLength);
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
