using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Guide;

/// <summary>Everything about a guide article that an editor can change.</summary>
public sealed class GuideArticleContent : EntryContent
{
    /// <summary>What can be changed, how it is compared and merged, and what it must keep to, in the order in which it is shown.</summary>
    public static IReadOnlyList<ContentField> Fields { get; } =
    [
        new("heading", "Title", FieldShape.Text) { Rule = TextRule.Required("a title", Rules.NameLength) },
        SlugField,
        new("summary", "Summary", FieldShape.Text) { Rule = TextRule.Required("a summary", Rules.SentenceLength) },
        new("body", "Text", FieldShape.Lines) { Rule = TextRule.Required("the text of the article", Rules.MarkdownLength) },
        new("sources", "Sources", FieldShape.Set) { HoldsSources = true },
        ArchivedField,
    ];

    /// <summary>The title of the article.</summary>
    public string Heading { get; set; } = "";

    public string Summary { get; set; } = "";

    /// <summary>Markdown.</summary>
    public string Body { get; set; } = "";

    /// <summary>Codes of sources.</summary>
    public List<string> Sources { get; set; } = [];

    /// <inheritdoc />
    public override string Title => Heading;

    /// <inheritdoc />
    public override void ClearIdentity()
    {
        base.ClearIdentity();
        Heading = "";
    }

    /// <summary>The content of a article that is loaded with everything its content shows.</summary>
    internal static GuideArticleContent From(GuideArticle article) => new()
    {
        Heading = article.Title,
        Slug = article.Slug,
        Summary = article.Summary,
        Body = article.Body,
        Archived = article.IsArchived,
        Sources = Citations.ToCodes(article.Sources),
    };
}
