using System.Text.Json.Nodes;
using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing;

/// <summary>
/// Everything that a content must keep to before it is saved, for whoever saves it: the form, the API, an import. The rules of
/// single texts and lists are in the content's list of fields; what else there is to one type of entry is in its own validator.
/// </summary>
/// <typeparam name="T">The content.</typeparam>
public abstract class ContentValidator<T>(EntryEditing<T> editing) where T : EntryContent, new()
{
    // The pages of editors make a new entry there.
    private const string NewEntry = "new";

    /// <summary>All that prevents saving the content; empty when nothing does.</summary>
    /// <param name="db">The directory as it is.</param>
    /// <param name="id">The entry, or 0 for a new one.</param>
    /// <param name="content">What the entry is to be.</param>
    public async Task<IReadOnlyList<FieldProblem>> CheckAsync(DirectoryDbContext db, int id, T content)
    {
        var problems = new ProblemList();
        var values = ContentJson.ToNode(content);
        foreach (var field in editing.Fields)
            CheckField(field, values[field.Name], problems);
        CheckContent(content, problems);
        if (editing.Fields.Contains(EntryContent.SlugField))
            await CheckAddressAsync(db, id, content.Slug, problems);
        await CheckAgainstOthersAsync(db, id, content, problems);
        return problems.All;
    }

    /// <summary>Notes what several fields together get wrong.</summary>
    protected virtual void CheckContent(T content, ProblemList problems)
    {
    }

    /// <summary>Notes what conflicts with other entries, or is missing among them.</summary>
    protected abstract Task CheckAgainstOthersAsync(DirectoryDbContext db, int id, T content, ProblemList problems);

    /// <summary>Notes that another entry has what the field says.</summary>
    /// <param name="field">The field.</param>
    /// <param name="holders">The other entries that have it.</param>
    /// <param name="message">What to say, given the first of them.</param>
    /// <param name="problems">Where it is noted.</param>
    protected static async Task CheckFreeAsync(
        string field, IQueryable<NamedLink> holders, Func<NamedLink, string> message, ProblemList problems)
    {
        if (await holders.FirstOrDefaultAsync() is { } holder)
            problems.Add(field, message(holder), holder);
    }

    /// <summary>Notes every key that no entry has.</summary>
    /// <param name="field">The field.</param>
    /// <param name="known">The keys that there are.</param>
    /// <param name="named">The keys that the content names; empty ones name nothing.</param>
    /// <param name="noun">What messages call what the keys stand for.</param>
    /// <param name="problems">Where it is noted.</param>
    protected static async Task CheckKnownAsync(
        string field, IQueryable<string> known, IEnumerable<string> named, string noun, ProblemList problems)
    {
        var wanted = named.Where(key => key.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var found = wanted.Count == 0 ? [] : await known.Where(key => wanted.Contains(key)).ToListAsync();
        foreach (var missing in wanted.Except(found, StringComparer.OrdinalIgnoreCase))
            problems.Add(field, $"There is no {noun} “{missing}”.");
    }

    /// <summary>Notes that another entry of the type has the name.</summary>
    /// <param name="db">The directory as it is.</param>
    /// <param name="id">The entry, or 0 for a new one.</param>
    /// <param name="name">The name, which stands in the field <c>name</c>.</param>
    /// <param name="problems">Where it is noted.</param>
    protected Task CheckNameAsync(DirectoryDbContext db, int id, string name, ProblemList problems)
    {
        var key = NameComparison.KeyOf(name);
        var holders = editing.Rows(db).Where(row => row.Id != id && row.NameKey == key).Select(row => new NamedLink(row.Slug, row.Name));
        return CheckFreeAsync("name", holders, _ => $"“{name.Trim()}” is the name of another {editing.Noun}.", problems);
    }

    /// <summary>Notes every slug that no department has, archived or not.</summary>
    protected static Task CheckDepartmentsAsync(string field, DirectoryDbContext db, IEnumerable<string> slugs, ProblemList problems) =>
        CheckKnownAsync(field, db.Departments.IncludingArchived().Select(d => d.Slug), slugs, "department", problems);

    /// <summary>Notes every code that no source has.</summary>
    protected static Task CheckSourcesAsync(string field, DirectoryDbContext db, IEnumerable<string> codes, ProblemList problems) =>
        CheckKnownAsync(field, db.Sources.Select(s => s.Code), codes, "source", problems);

    private static void CheckField(ContentField field, JsonNode? value, ProblemList problems)
    {
        if (value is not JsonArray items)
        {
            problems.Check(field.Name, field.Rule, Text(value));
            return;
        }
        foreach (var (index, item) in items.Index())
        {
            problems.Check($"{field.Name}[{index}]", field.Rule, item is JsonValue ? Text(item) : "");
            foreach (var text in field.Texts)
                problems.Check($"{field.Name}[{index}].{text.Name}", text.Rule, Text(item?[text.Name]));
        }
        if (field.Unique is { } unique)
            problems.CheckUnique(
                items.Select(item => Text(unique.Property is null ? item : item?[unique.Property])),
                index => unique.Property is null ? $"{field.Name}[{index}]" : $"{field.Name}[{index}].{unique.Property}",
                unique.Noun);
    }

    private static string Text(JsonNode? value) => value?.ToString() ?? "";

    // Another entry of the type may have the address, or may have had it: then it still leads there.
    private async Task CheckAddressAsync(DirectoryDbContext db, int id, string slug, ProblemList problems)
    {
        if (slug == NewEntry)
            problems.Add("slug", $"“{slug}” cannot be the address of one {editing.Noun}: a new one is made there.");
        var others = editing.Rows(db).Where(row => row.Id != id);
        var present = others.Where(row => row.Slug == slug).Select(row => new NamedLink(row.Slug, row.Name));
        var former = db.FormerSlugs.Where(former => former.EntryType == editing.Type && former.Slug == slug)
            .Join(others, former => former.EntryId, row => row.Id, (_, row) => new NamedLink(row.Slug, row.Name));
        await CheckFreeAsync("slug", present, other => $"“{slug}” is the address of {other.Name}.", problems);
        await CheckFreeAsync("slug", former, other => $"“{slug}” was an address of {other.Name} and still leads there.", problems);
    }
}
