using System.Text.Json.Nodes;
using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using BpoDirectory.Editing;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Exchange.Import;

/// <summary>
/// Finds the entries that tables name: by their addresses, as an export writes them, or by their names, as people do. What is not found
/// stays as it is, for the rules to complain about.
/// </summary>
internal sealed class ReferenceResolver(IEnumerable<EntryEditing> editings, IReadOnlyList<ContentField> fields)
{
    private readonly List<ContentField> _referring =
        [.. fields.Where(field => field.RefersTo is not null || field.ItemReferences.Count > 0)];
    private readonly Dictionary<(EntryType Type, string Text), string?> _slugs = [];

    /// <summary>Makes known what entries that are only to be created will be called.</summary>
    public void Add(EntryType type, string name, string slug)
    {
        _slugs[(type, KeyOf(slug))] = slug;
        _slugs[(type, KeyOf(name))] = slug;
    }

    /// <summary>Replaces names by addresses in all contents.</summary>
    public async Task ResolveAsync(DirectoryDbContext db, IReadOnlyList<JsonObject> contents)
    {
        var wanted = new HashSet<(EntryType Type, string Text)>();
        foreach (var content in contents)
            Visit(content, (type, text) =>
            {
                wanted.Add((type, text));
                return text;
            });
        foreach (var kind in wanted.Where(reference => !_slugs.ContainsKey((reference.Type, KeyOf(reference.Text))))
            .ToLookup(reference => reference.Type, reference => reference.Text))
            await FindAsync(db, editings.Single(editing => editing.Type == kind.Key), [.. kind]);
        foreach (var content in contents)
            Visit(content, (type, text) => _slugs.GetValueOrDefault((type, KeyOf(text))) ?? text);
    }

    private async Task FindAsync(DirectoryDbContext db, EntryEditing editing, List<string> texts)
    {
        var (lower, keys) = (texts.ConvertAll(text => text.Trim().ToLowerInvariant()), texts.ConvertAll(NameComparison.KeyOf));
        foreach (var row in await editing.Rows(db).Where(row => keys.Contains(row.NameKey)).Select(row => new { row.NameKey, row.Slug })
            .ToListAsync())
            Note(row.NameKey, row.Slug);
        if (editing.Type == EntryType.Department)
            foreach (var alias in await db.DepartmentAliases.Where(alias => keys.Contains(alias.NameKey))
                .Join(db.Departments.IncludingArchived(), alias => alias.DepartmentId, d => d.Id,
                    (alias, d) => new { alias.NameKey, d.Slug }).ToListAsync())
                Note(alias.NameKey, alias.Slug);
        // An address goes before a name.
        foreach (var slug in await editing.Rows(db).Where(row => lower.Contains(row.Slug)).Select(row => row.Slug).ToListAsync())
            _slugs[(editing.Type, KeyOf(slug))] = slug;

        // Several people may have one name: then it names nobody.
        void Note(string key, string slug) =>
            _slugs[(editing.Type, key)] = _slugs.TryGetValue((editing.Type, key), out var other) && other != slug ? null : slug;
    }

    private void Visit(JsonObject content, Func<EntryType, string, string> replace)
    {
        foreach (var field in _referring)
            switch (content[field.Name])
            {
                case JsonArray items:
                    for (var index = 0; index < items.Count; index++)
                        if (items[index] is JsonObject item)
                            VisitItem(field, item, replace);
                        else if (field.RefersTo is { } type && items[index]?.ToString() is { Length: > 0 } text)
                            items[index] = replace(type, text);
                    break;
                case { } value when field.RefersTo is { } type && value.ToString() is { Length: > 0 } text:
                    content[field.Name] = replace(type, text);
                    break;
            }
    }

    private static void VisitItem(ContentField field, JsonObject item, Func<EntryType, string, string> replace)
    {
        if (field.RefersTo is { } type && item[field.Key]?.ToString() is { Length: > 0 } text)
            item[field.Key] = replace(type, text);
        foreach (var (property, other) in field.ItemReferences)
            if (item[property]?.ToString() is { Length: > 0 } named)
                item[property] = replace(other, named);
    }

    // Addresses have neither capitals nor blanks: the key of one is the address itself.
    private static string KeyOf(string text) => NameComparison.KeyOf(text);
}
