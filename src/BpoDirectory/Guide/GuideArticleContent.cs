using BpoDirectory.Editing;

namespace BpoDirectory.Guide;

/// <summary>Everything about a guide article that an editor can change.</summary>
public sealed class GuideArticleContent : EntryContent
{
    public static IReadOnlyList<ContentField> Fields { get; } =
    [
        new("heading", "Title", FieldShape.Text),
        new("slug", "Address"),
        new("summary", "Summary", FieldShape.Text),
        new("body", "Text", FieldShape.Lines),
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
}
