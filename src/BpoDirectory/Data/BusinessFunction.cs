using System.Diagnostics.CodeAnalysis;
using BpoDirectory.Data.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>A piece of work that clients outsource, such as payroll processing.</summary>
public sealed class BusinessFunction : Entry, IAddressed
{
    /// <summary>A new function, version 1.</summary>
    /// <exception cref="DirectoryRuleException">The name, slug or description is empty, too long or malformed.</exception>
    public BusinessFunction(string slug, string name, string description)
    {
        Rename(name, slug);
        Describe(description, note: null);
    }

    EntryType IAddressed.Type => EntryType.Function;

    /// <summary>The function's part of its address; unique without regard to case.</summary>
    public string Slug { get; private set; }

    /// <summary>The function's name; unique by its key.</summary>
    public string Name { get; private set; }

    /// <summary>See <see cref="NameComparison"/>.</summary>
    public string NameKey { get; private set; }

    /// <summary>One or two sentences: what the work is.</summary>
    public string Description { get; private set; }

    /// <summary>Why several departments own the function, where the sources disagree.</summary>
    public string? Note { get; private set; }

    public List<FunctionSynonym> Synonyms { get; } = [];

    /// <summary>When somebody needs the function, told in everyday words: “you paid for a taxi yourself”.</summary>
    public List<string> Situations { get; private set; } = [];

    public List<FunctionOwner> Owners { get; } = [];

    /// <summary>Gives the function a new name and slug; the slug it had keeps leading to it.</summary>
    /// <exception cref="DirectoryRuleException">The name or slug is empty, too long or malformed.</exception>
    [MemberNotNull(nameof(Name), nameof(NameKey), nameof(Slug))]
    public void Rename(string name, string slug)
    {
        (Name, Slug) = (Rules.Required(name, "a function name", Rules.NameLength), Rules.Slug(slug));
        NameKey = NameComparison.KeyOf(Name);
    }

    /// <summary>Replaces the description and the note on the owners.</summary>
    /// <exception cref="DirectoryRuleException">The description is empty or a text is too long.</exception>
    [MemberNotNull(nameof(Description))]
    public void Describe(string description, string? note) => (Description, Note) = (
        Rules.Required(description, "a description of the function", Rules.SentenceLength),
        Rules.Optional(note, "the note", Rules.SentenceLength));

    /// <summary>Replaces the situations.</summary>
    /// <exception cref="DirectoryRuleException">One of them is empty or too long.</exception>
    public void Illustrate(IEnumerable<string> situations) =>
        Situations = [.. situations.Select(situation => Rules.Required(situation, "a situation", Rules.SentenceLength))];

    /// <summary>Puts one of the owners at a rank, from 1; the others close up in their order. All owners must be loaded.</summary>
    public void MoveOwner(FunctionOwner owner, int rank)
    {
        var others = Owners.Where(other => other != owner).OrderBy(other => other.Rank).ToList();
        others.Insert(Math.Clamp(rank - 1, 0, others.Count), owner);
        foreach (var (index, ranked) in others.Index())
            ranked.MoveTo(index + 1);
    }

    /// <summary>Closes the gaps between the owners' ranks, so that somebody is first. All owners must be loaded.</summary>
    public void RankOwners()
    {
        foreach (var (index, owner) in Owners.OrderBy(owner => owner.Rank).Index())
            owner.MoveTo(index + 1);
    }
}

/// <summary>A wording by which people look for a function.</summary>
public sealed class FunctionSynonym
{
    /// <summary>A new synonym at a rank from 1.</summary>
    /// <exception cref="DirectoryRuleException">The text is empty or too long.</exception>
    public FunctionSynonym(string text, int rank)
    {
        Reword(text);
        MoveTo(rank);
    }

    public int Id { get; private set; }

    public int BusinessFunctionId { get; private set; }

    public string Text { get; private set; }

    /// <summary>See <see cref="NameComparison"/>.</summary>
    public string TextKey { get; private set; }

    /// <summary>The rank among the function's synonyms, from 1.</summary>
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

/// <summary>A department's ownership of a function.</summary>
public sealed class FunctionOwner
{
    /// <summary>Makes a department an owner at a rank from 1.</summary>
    /// <exception cref="DirectoryRuleException">The reason is too long.</exception>
    public FunctionOwner(Department department, int rank, string? reason = null)
    {
        Department = department;
        MoveTo(rank);
        Explain(reason);
    }

    // For EF Core, which sets the department later.
    private FunctionOwner() => Department = null!;

    public int Id { get; private set; }

    public int BusinessFunctionId { get; private set; }

    public BusinessFunction BusinessFunction { get; private set; } = null!;

    public int DepartmentId { get; private set; }

    public Department Department { get; private set; }

    /// <summary>1 for the main owner, then the co-owners in order.</summary>
    public int Rank { get; private set; }

    /// <summary>Why this department owns the function, where that needs saying.</summary>
    public string? Reason { get; private set; }

    public List<Source> Sources { get; } = [];

    /// <summary>Gives the owner another rank; <see cref="BusinessFunction.MoveOwner"/> ranks the others too.</summary>
    public void MoveTo(int rank) => Rank = rank;

    /// <summary>Replaces the reason.</summary>
    /// <exception cref="DirectoryRuleException">The reason is too long.</exception>
    public void Explain(string? reason) => Reason = Rules.Optional(reason, "the reason for owning the function", Rules.SentenceLength);
}

internal sealed class BusinessFunctionConfiguration : IEntityTypeConfiguration<BusinessFunction>
{
    public void Configure(EntityTypeBuilder<BusinessFunction> function)
    {
        function.HasIndex(f => f.Slug).IsUnique();
        function.HasIndex(f => f.NameKey).IsUnique();
        function.Property(f => f.Slug).HasMaxLength(Rules.SlugLength).UseCollation(TextMatch.IgnoreCase);
        function.Property(f => f.Name).HasMaxLength(Rules.NameLength);
        function.HasMany(f => f.Synonyms).WithOne().HasForeignKey(s => s.BusinessFunctionId);
    }
}

internal sealed class FunctionSynonymConfiguration : IEntityTypeConfiguration<FunctionSynonym>
{
    public void Configure(EntityTypeBuilder<FunctionSynonym> synonym)
    {
        synonym.HasIndex(s => new { s.BusinessFunctionId, s.TextKey }).IsUnique();
        synonym.Property(s => s.Text).HasMaxLength(Rules.NameLength);
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
