using BpoDirectory.Data;

namespace BpoDirectory.Components.Admin.Editing;

/// <summary>Where entries of a kind are edited, and where readers see them.</summary>
/// <param name="Folder">The part of the address that stands for the kind.</param>
/// <param name="Title">What the kind is called in a heading.</param>
public sealed record EntryPages(string Folder, string Title)
{
    /// <summary>Whether each entry has a page that readers see.</summary>
    public bool IsPublic { get; private init; } = true;

    /// <summary>The list of all.</summary>
    public string List => $"/admin/{Folder}";

    /// <summary>Where a new one is made.</summary>
    public string New => $"{List}/new";

    /// <summary>The pages of a kind.</summary>
    public static EntryPages For(EntryType type) => type switch
    {
        EntryType.Department => new("departments", "Departments"),
        EntryType.Function => new("functions", "Functions"),
        EntryType.ServiceLine => new("service-lines", "Service lines"),
        EntryType.OutsourcingType => new("outsourcing-types", "Outsourcing types"),
        EntryType.Site => new("sites", "Sites"),
        EntryType.Client => new("clients", "Clients") { IsPublic = false },
        EntryType.Partner => new("partners", "Partners") { IsPublic = false },
        EntryType.Person => new("people", "People"),
        EntryType.GuideArticle => new("guide", "Guide articles"),
        EntryType.SynonymSet => new("synonyms", "Synonym sets") { IsPublic = false },
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Entries of this kind are not edited in pages."),
    };

    /// <summary>The editor of one.</summary>
    public string Edit(string slug) => $"{List}/{slug}";

    /// <summary>The versions of one.</summary>
    public string History(string slug) => $"{List}/{slug}/history";

    /// <summary>Where one is archived, or brought back.</summary>
    public string Archive(string slug) => $"{List}/{slug}/archive";

    /// <summary>The list of the archived ones.</summary>
    public string Archived => $"{List}?show=archived";

    /// <summary>Where a new one is made after another.</summary>
    public string Copy(string slug) => $"{New}?copy={slug}";

    /// <summary>Where readers see an entry; null when they cannot.</summary>
    public string? Public(string slug, bool isArchived) => IsPublic && !isArchived ? $"/{Folder}/{slug}" : null;
}
