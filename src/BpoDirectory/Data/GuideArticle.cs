using BpoDirectory.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>An article of the guide to business process outsourcing.</summary>
public sealed class GuideArticle : Entry, IAddressed
{
    EntryType IAddressed.Type => EntryType.GuideArticle;

    public required string Slug { get; set => field = Rules.Slug(value); }

    public required string Title { get; set => field = Rules.Required(value, "a title", Rules.NameLength); }

    public required string Summary { get; set => field = Rules.Required(value, "a summary", Rules.SentenceLength); }

    /// <summary>Markdown.</summary>
    public required string Body { get; set => field = Rules.Required(value, "the text of the article", Rules.MarkdownLength); }

    /// <summary>The rank in the guide, from 1.</summary>
    public required int Rank { get; set; }

    public List<Source> Sources { get; } = [];
}

internal sealed class GuideArticleConfiguration : IEntityTypeConfiguration<GuideArticle>
{
    public void Configure(EntityTypeBuilder<GuideArticle> article)
    {
        article.HasQueryFilter(entry => !entry.IsArchived);
        article.HasIndex(a => a.Slug).IsUnique();
        article.HasIndex(a => a.Title).IsUnique();
        article.Property(a => a.Slug).HasMaxLength(Rules.SlugLength).UseCollation(TextMatch.IgnoreCase);
        article.Property(a => a.Title).HasMaxLength(Rules.NameLength).UseCollation(TextMatch.IgnoreCase);
        article.HasMany(a => a.Sources).WithMany().UsingEntity("GuideArticleSource");
    }
}
