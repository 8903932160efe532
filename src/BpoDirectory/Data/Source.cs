using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>A document, or the editors' own judgement, that facts of the directory are taken from.</summary>
public sealed class Source
{
    public int Id { get; private set; }

    /// <summary>The short mark that stands beside a fact, such as <c>S3</c>.</summary>
    public required string Code { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    /// <summary>What the document is and from which perspective it speaks.</summary>
    public required string Description { get; init; }
}

internal sealed class SourceConfiguration : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> source)
    {
        source.HasIndex(s => s.Code).IsUnique();
        source.HasIndex(s => s.Slug).IsUnique();
        source.HasIndex(s => s.Title).IsUnique();
        source.Property(s => s.Code).HasMaxLength(10).UseCollation(TextMatch.IgnoreCase);
        source.Property(s => s.Slug).HasMaxLength(Rules.SlugLength).UseCollation(TextMatch.IgnoreCase);
        source.Property(s => s.Title).HasMaxLength(Rules.NameLength).UseCollation(TextMatch.IgnoreCase);
    }
}
