using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Departments;

/// <summary>Everything about a department that an editor can change.</summary>
public sealed class DepartmentContent : EntryContent
{
    public static IReadOnlyList<ContentField> Fields { get; } =
    [
        new("name", "Name", FieldShape.Text),
        new("slug", "Address"),
        new("aliases", "Other names", FieldShape.Items) { Texts = [new("name", "Other name")] },
        new("summary", "Summary", FieldShape.Text),
        new("description", "Description", FieldShape.Lines),
        new("sources", "Sources of the department", FieldShape.Set) { HoldsSources = true },
        new("office", "Office") { WordOf = ContentField.Words<Office>(OfficeLabels.ToLabel) },
        new("officeBasis", "Basis of the office") { WordOf = ContentField.Words<OfficeBasis>(OfficeLabels.ToLabel) },
        new("officeReason", "Reason for the office", FieldShape.Text),
        new("officeSources", "Sources of the office", FieldShape.Set) { HoldsSources = true },
        new("side", "Side") { WordOf = ContentField.Words<Side>(OfficeLabels.ToLabel) },
        new("parent", "Part of") { RefersTo = EntryType.Department },
        new("successor", "Successor") { RefersTo = EntryType.Department },
        new("responsibilities", "Responsibilities", FieldShape.Items) { Texts = [new("text", "Responsibility"), new("detail", "Detail")] },
        new("functions", "Functions", FieldShape.Items, "slug") { RefersTo = EntryType.Function, Texts = [ItemText.Reason] },
        new("serviceLines", "Service lines", FieldShape.Set) { RefersTo = EntryType.ServiceLine },
        new("outsourcingTypes", "Outsourcing types", FieldShape.Items, "slug") { RefersTo = EntryType.OutsourcingType, Texts = [ItemText.Reason] },
        ArchivedField,
    ];

    public string Name { get; set; } = "";

    public List<AliasContent> Aliases { get; set; } = [];

    public string Summary { get; set; } = "";

    /// <summary>Markdown.</summary>
    public string Description { get; set; } = "";

    public Office Office { get; set; }

    public OfficeBasis OfficeBasis { get; set; }

    public string OfficeReason { get; set; } = "";

    /// <summary>Codes of sources.</summary>
    public List<string> OfficeSources { get; set; } = [];

    public Side Side { get; set; }

    /// <summary>Slug of the department that this one is a part of; empty for none.</summary>
    public string Parent { get; set; } = "";

    public List<ResponsibilityContent> Responsibilities { get; set; } = [];

    public List<FunctionContent> Functions { get; set; } = [];

    /// <summary>Slugs.</summary>
    public List<string> ServiceLines { get; set; } = [];

    public List<NearTypeContent> OutsourcingTypes { get; set; } = [];

    /// <summary>Codes of sources.</summary>
    public List<string> Sources { get; set; } = [];

    /// <summary>Slug of the department that took over an archived one's work; empty for none.</summary>
    public string Successor { get; set; } = "";

    /// <inheritdoc />
    public override string Title => Name;

    /// <inheritdoc />
    public override void Restore() => (Archived, Successor) = (false, "");
}

/// <summary>Another name of the department.</summary>
public sealed class AliasContent : KeyedContent
{
    public string Name { get; set; } = "";

    public List<string> Sources { get; set; } = [];
}

/// <summary>A responsibility of the department.</summary>
public sealed class ResponsibilityContent : KeyedContent
{
    public string Text { get; set; } = "";

    public string Detail { get; set; } = "";

    public List<string> Sources { get; set; } = [];
}

/// <summary>A function that the department owns.</summary>
public sealed class FunctionContent
{
    public string Slug { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>1 for the first owner, then the co-owners in order.</summary>
    public int Place { get; set; } = 1;

    /// <summary>Why the department owns the function, where that needs saying.</summary>
    public string Reason { get; set; } = "";

    public List<string> Sources { get; set; } = [];
}

/// <summary>An outsourcing type near the department.</summary>
public sealed class NearTypeContent
{
    public string Slug { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>What brings the two together.</summary>
    public string Reason { get; set; } = "";
}
