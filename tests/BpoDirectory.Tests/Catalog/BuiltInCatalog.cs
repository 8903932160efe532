using BpoDirectory.Catalog;

namespace BpoDirectory.Tests.Catalog;

/// <summary>The catalog's data files, read once for the tests of their content.</summary>
internal static class BuiltInCatalog
{
    public static CatalogFiles Files { get; } = CatalogFiles.Read();

    public static IReadOnlyDictionary<string, DepartmentFile> Departments => Files.Departments;

    /// <summary>Every text that readers see, with the place it stands in.</summary>
    public static IEnumerable<(string Place, string Text)> Texts =>
    [
        .. Files.Sources.SelectMany(s => TextsAt($"source {s.Code}", s.Title, s.Description)),
        .. Departments.SelectMany(d => TextsAt(d.Key, [
            d.Value.Name, d.Value.Summary, d.Value.Description, d.Value.OfficeReason, .. d.Value.Aliases.Select(a => a.Name),
            .. d.Value.Responsibilities.Select(r => r.Text), .. d.Value.Responsibilities.Select(r => r.Detail).OfType<string>()])),
        .. Files.Functions.SelectMany(f => TextsAt($"function {f.Slug}", [
            f.Name, f.Description, f.Note ?? "", .. f.Synonyms, .. f.Situations, .. f.Owners.Select(o => o.Reason).OfType<string>()])),
        .. Files.ServiceLines.SelectMany(l => TextsAt($"service line {l.Slug}", l.Name, l.Summary)),
        .. Files.OutsourcingTypes.SelectMany(t => TextsAt($"type {t.Slug}", [
            t.Acronym, t.Name, t.Summary, t.Description, .. t.Synonyms, .. t.Departments.Select(n => n.Reason)])),
        .. Files.Guide.SelectMany(g => TextsAt($"guide {g.Slug}", g.Title, g.Summary, g.Body)),
        .. Files.Synonyms.SelectMany(s => TextsAt($"synonyms {s.Name}", [s.Name, .. s.Members])),
        .. Files.Spellings.SelectMany(s => TextsAt("spellings", s.Key, s.Value)),
    ];

    /// <summary>Every fact that needs a source, with the codes it cites.</summary>
    public static IEnumerable<(string Fact, IReadOnlyList<string> Sources)> Citations =>
    [
        .. Departments.Select(d => ($"{d.Key} exists", (IReadOnlyList<string>)d.Value.Sources)),
        .. Departments.Select(d => ($"{d.Key}: office", (IReadOnlyList<string>)d.Value.OfficeSources)),
        .. Departments.SelectMany(d => d.Value.Aliases.Select(a => ($"{d.Key}: alias {a.Name}", (IReadOnlyList<string>)a.Sources))),
        .. Departments.SelectMany(d => d.Value.Responsibilities.Select(r => ($"{d.Key}: {r.Text}", (IReadOnlyList<string>)r.Sources))),
        .. Files.Functions.SelectMany(f => f.Owners.Select(o => ($"{o.Department} owns {f.Slug}", (IReadOnlyList<string>)o.Sources))),
        .. Files.ServiceLines.Select(l => ($"service line {l.Slug}", (IReadOnlyList<string>)l.Sources)),
        .. Files.OutsourcingTypes.Select(t => ($"type {t.Slug}", (IReadOnlyList<string>)t.Sources)),
        .. Files.Guide.Select(g => ($"guide {g.Slug}", (IReadOnlyList<string>)g.Sources)),
    ];

    private static IEnumerable<(string, string)> TextsAt(string place, params IEnumerable<string> texts) =>
        texts.Select(text => (place, text));
}
