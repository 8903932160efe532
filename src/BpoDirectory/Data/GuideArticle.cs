using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>An article of the guide to business process outsourcing.</summary>
public sealed class GuideArticle
{
    public int Id { get; private set; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    /// <summary>Markdown.</summary>
    public required string Body { get; init; }

    /// <summary>The place in the guide, from 1.</summary>
    public required int Rank { get; set; }

    public List<Source> Sources { get; } = [];
}

internal sealed class GuideArticleConfiguration : IEntityTypeConfiguration<GuideArticle>
{
    public void Configure(EntityTypeBuilder<GuideArticle> article)
    {
        article.HasIndex(a => a.Slug).IsUnique();
        article.HasIndex(a => a.Title).IsUnique();
        article.Property(a => a.Slug).HasMaxLength(Rules.SlugLength).UseCollation(DirectoryDbContext.IgnoreCase);
        article.Property(a => a.Title).HasMaxLength(Rules.NameLength).UseCollation(DirectoryDbContext.IgnoreCase);
        article.HasMany(a => a.Sources).WithMany().UsingEntity("GuideArticleSource");
    }
}
