using System.Diagnostics.CodeAnalysis;
using BpoDirectory.Data.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>An article of the guide to business process outsourcing.</summary>
public sealed class GuideArticle : Entry, IAddressed
{
    /// <summary>A new article, version 1, at a rank from 1.</summary>
    /// <exception cref="DirectoryRuleException">The title, slug or a text is empty, too long or malformed.</exception>
    public GuideArticle(string slug, string title, string summary, string body, int rank)
    {
        Rename(title, slug);
        Rewrite(summary, body);
        Rank = rank;
    }

    EntryType IAddressed.Type => EntryType.GuideArticle;

    /// <summary>The article's part of its address; unique without regard to case.</summary>
    public string Slug { get; private set; }

    /// <summary>The article's title; unique by its key.</summary>
    public string Title { get; private set; }

    /// <summary>See <see cref="NameComparison"/>.</summary>
    public string TitleKey { get; private set; }

    /// <summary>One or two sentences: what the article is about.</summary>
    public string Summary { get; private set; }

    /// <summary>Markdown.</summary>
    public string Body { get; private set; }

    /// <summary>The rank in the guide, from 1.</summary>
    public int Rank { get; private set; }

    public List<Source> Sources { get; } = [];

    /// <summary>Gives the article a new title and slug; the slug it had keeps leading to it.</summary>
    /// <exception cref="DirectoryRuleException">The title or slug is empty, too long or malformed.</exception>
    [MemberNotNull(nameof(Title), nameof(TitleKey), nameof(Slug))]
    public void Rename(string title, string slug)
    {
        (Title, Slug) = (Rules.Required(title, "a title", Rules.NameLength), Rules.Slug(slug));
        TitleKey = NameComparison.KeyOf(Title);
    }

    /// <summary>Replaces the summary and the Markdown text.</summary>
    /// <exception cref="DirectoryRuleException">A text is empty or too long.</exception>
    [MemberNotNull(nameof(Summary), nameof(Body))]
    public void Rewrite(string summary, string body) => (Summary, Body) = (
        Rules.Required(summary, "a summary", Rules.SentenceLength), Rules.Required(body, "the text of the article", Rules.MarkdownLength));
}

internal sealed class GuideArticleConfiguration : IEntityTypeConfiguration<GuideArticle>
{
    public void Configure(EntityTypeBuilder<GuideArticle> article)
    {
        article.HasIndex(a => a.Slug).IsUnique();
        article.HasIndex(a => a.TitleKey).IsUnique();
        article.Property(a => a.Slug).HasMaxLength(Rules.SlugLength).UseCollation(TextMatch.IgnoreCase);
        article.Property(a => a.Title).HasMaxLength(Rules.NameLength);
        article.HasMany(a => a.Sources).WithMany().UsingEntity("GuideArticleSource");
    }
}
