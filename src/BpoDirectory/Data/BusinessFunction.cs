using BpoDirectory.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>A piece of work that clients outsource, such as payroll processing.</summary>
public sealed class BusinessFunction : Entry, IAddressed
{
    EntryType IAddressed.Type => EntryType.Function;

    public required string Slug { get; set => field = Rules.Slug(value); }

    public required string Name { get; set => field = Rules.Required(value, "a function name", Rules.NameLength); }

    /// <summary>One or two sentences: what the work is.</summary>
    public required string Description { get; set => field = Rules.Required(value, "a description of the function", Rules.SentenceLength); }

    /// <summary>Why several departments own the function, where the sources disagree.</summary>
    public string? Note { get; set => field = Rules.Optional(value, "the note", Rules.SentenceLength); }

    public List<FunctionSynonym> Synonyms { get; } = [];

    public List<FunctionOwner> Owners { get; } = [];

    /// <summary>Puts one of the owners at a rank, from 1; the others close up in their order. All owners must be loaded.</summary>
    public void MoveOwner(FunctionOwner owner, int rank)
    {
        var others = Owners.Where(other => other != owner).OrderBy(other => other.Rank).ToList();
        others.Insert(Math.Clamp(rank - 1, 0, others.Count), owner);
        foreach (var (index, ranked) in others.Index())
            ranked.Rank = index + 1;
    }

    /// <summary>Closes the gaps between the owners' ranks, so that somebody is first. All owners must be loaded.</summary>
    public void RankOwners()
    {
        foreach (var (index, owner) in Owners.OrderBy(owner => owner.Rank).Index())
            owner.Rank = index + 1;
    }
}

/// <summary>A wording by which people look for a function.</summary>
public sealed class FunctionSynonym
{
    public int Id { get; private set; }

    public int BusinessFunctionId { get; private set; }

    public required string Text { get; set => field = Rules.Required(value, "a synonym", Rules.NameLength); }

    public required int Rank { get; set; }
}

/// <summary>A department's ownership of a function.</summary>
public sealed class FunctionOwner
{
    public int Id { get; private set; }

    public int BusinessFunctionId { get; private set; }

    public BusinessFunction BusinessFunction { get; private set; } = null!;

    public int DepartmentId { get; private set; }

    public required Department Department { get; init; }

    /// <summary>1 for the first owner, then the co-owners in order.</summary>
    public required int Rank { get; set; }

    /// <summary>Why this department owns the function, where that needs saying.</summary>
    public string? Reason { get; set => field = Rules.Optional(value, "the reason for owning the function", Rules.SentenceLength); }

    public List<Source> Sources { get; } = [];
}

internal sealed class BusinessFunctionConfiguration : IEntityTypeConfiguration<BusinessFunction>
{
    public void Configure(EntityTypeBuilder<BusinessFunction> function)
    {
        function.HasQueryFilter(entry => !entry.IsArchived);
        function.HasIndex(f => f.Slug).IsUnique();
        function.HasIndex(f => f.Name).IsUnique();
        function.Property(f => f.Slug).HasMaxLength(Rules.SlugLength).UseCollation(TextMatch.IgnoreCase);
        function.Property(f => f.Name).HasMaxLength(Rules.NameLength).UseCollation(TextMatch.IgnoreCase);
        function.HasMany(f => f.Synonyms).WithOne().HasForeignKey(s => s.BusinessFunctionId);
    }
}

internal sealed class FunctionSynonymConfiguration : IEntityTypeConfiguration<FunctionSynonym>
{
    public void Configure(EntityTypeBuilder<FunctionSynonym> synonym)
    {
        synonym.HasIndex(s => new { s.BusinessFunctionId, s.Text }).IsUnique();
        synonym.Property(s => s.Text).HasMaxLength(Rules.NameLength).UseCollation(TextMatch.IgnoreCase);
    }
}

internal sealed class FunctionOwnerConfiguration : IEntityTypeConfiguration<FunctionOwner>
{
    public void Configure(EntityTypeBuilder<FunctionOwner> owner)
    {
        owner.HasIndex(o => new { o.BusinessFunctionId, o.DepartmentId }).IsUnique();
        // Who shares a department's functions is read from the indexes alone.
        owner.HasIndex(o => new { o.BusinessFunctionId, o.Rank, o.DepartmentId });
        owner.HasIndex(o => new { o.DepartmentId, o.Rank, o.BusinessFunctionId });
        owner.HasOne(o => o.BusinessFunction).WithMany(f => f.Owners).HasForeignKey(o => o.BusinessFunctionId);
        owner.HasOne(o => o.Department).WithMany(d => d.Functions).HasForeignKey(o => o.DepartmentId);
        owner.HasMany(o => o.Sources).WithMany().UsingEntity("FunctionOwnerSource");
    }
}
