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

    /// <summary>The lists of the content that are too long: they are looked into no further.</summary>
    public IReadOnlyList<FieldProblem> CheckLengths(T content)
    {
        var problems = new ProblemList();
        CheckLengths(ContentJson.ToNode(content), problems);
        return problems.All;
    }

    /// <summary>All that prevents saving the content; empty when nothing does.</summary>
    /// <param name="db">The directory as it is.</param>
    /// <param name="id">The entry, or 0 for a new one.</param>
    /// <param name="content">What the entry is to be.</param>
    public async Task<IReadOnlyList<FieldProblem>> CheckAsync(DirectoryDbContext db, int id, T content)
    {
        var check = new ContentCheck<T>(id, content);
        await CheckAllAsync(db, [check]);
        return check.Problems.All;
    }

    /// <summary>
    /// Notes all that prevents saving these contents together; what they ask of the directory is asked once for all of them.
    /// </summary>
    /// <param name="db">The directory as it is.</param>
    /// <param name="checks">The contents; where two of them are in each other's way, it is noted with the later one.</param>
    public async Task CheckAllAsync(DirectoryDbContext db, IReadOnlyList<ContentCheck<T>> checks)
    {
        var checkable = checks.Where(CheckByItself).ToList();
        if (editing.Fields.Contains(EntryContent.SlugField))
            await CheckAddressesAsync(db, checkable);
        await CheckAgainstOthersAsync(db, checkable);
    }

    /// <summary>Notes what several fields together get wrong.</summary>
    protected virtual void CheckContent(T content, ProblemList problems)
    {
    }

    /// <summary>Notes what conflicts with other entries, or is missing among them.</summary>
    protected abstract Task CheckAgainstOthersAsync(DirectoryDbContext db, IReadOnlyList<ContentCheck<T>> checks);

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
    /// <param name="checks">The contents.</param>
    /// <param name="field">The field.</param>
    /// <param name="known">The keys that there are.</param>
    /// <param name="named">The keys that a content names; empty ones name nothing.</param>
    /// <param name="noun">What messages call what the keys stand for.</param>
    protected static async Task CheckKnownAsync(
        IReadOnlyList<ContentCheck<T>> checks, string field, IQueryable<string> known, Func<T, IEnumerable<string>> named, string noun)
    {
        var wanted = checks.Select(check => (Check: check, Keys: named(check.Content).Where(key => key.Length > 0).ToList()))
            .Where(check => check.Keys.Count > 0).ToList();
        var keys = wanted.SelectMany(check => check.Keys).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        HashSet<string> found = keys.Count == 0
            ? []
            : new(await known.Where(key => keys.Contains(key)).ToListAsync(), StringComparer.OrdinalIgnoreCase);
        foreach (var (check, own) in wanted)
            foreach (var missing in own.Distinct(StringComparer.OrdinalIgnoreCase).Where(key => !found.Contains(key)))
                check.Problems.Add(field, $"There is no {noun} “{missing}”.");
    }

    /// <summary>Notes that another entry of the type has the name, which stands in the field <c>name</c>.</summary>
    protected async Task CheckNamesAsync(DirectoryDbContext db, IReadOnlyList<ContentCheck<T>> checks, Func<T, string> nameOf)
    {
        var keys = checks.Select(check => NameComparison.KeyOf(nameOf(check.Content))).ToList();
        var holders = (await editing.Rows(db).Where(row => keys.Contains(row.NameKey))
            .Select(row => new { row.Id, row.NameKey, Link = new NamedLink(row.Slug, row.Name) })
            .ToListAsync()).ToLookup(row => row.NameKey);
        foreach (var (check, key) in checks.Zip(keys))
            if (holders[key].FirstOrDefault(row => row.Id != check.Id) is { } other)
                check.Problems.Add("name", $"“{nameOf(check.Content).Trim()}” is the name of another {editing.Noun}.", other.Link);
        CheckOnce(checks, check => [("name", nameOf(check.Content).Trim())], NameComparison.KeyOf);
    }

    /// <summary>Notes what two of the contents both say though only one of them may.</summary>
    /// <param name="checks">The contents.</param>
    /// <param name="texts">What a content says, by the name of the field.</param>
    /// <param name="keyOf">By what texts are the same; nothing is said by an empty one.</param>
    protected static void CheckOnce(
        IReadOnlyList<ContentCheck<T>> checks, Func<ContentCheck<T>, IEnumerable<(string Field, string Text)>> texts,
        Func<string, string> keyOf)
    {
        if (checks.Count < 2)
            return;
        var seen = new Dictionary<string, ContentCheck<T>>();
        foreach (var check in checks)
            foreach (var (field, text) in texts(check))
                if (keyOf(text) is { Length: > 0 } key && !seen.TryAdd(key, check) && seen[key] != check)
                    check.Problems.Add(field, $"“{text}” is said by {seen[key].Place} too: keep one.");
    }

    /// <summary>Notes every slug that no department has, archived or not.</summary>
    protected static Task CheckDepartmentsAsync(
        DirectoryDbContext db, IReadOnlyList<ContentCheck<T>> checks, string field, Func<T, IEnumerable<string>> slugs) =>
        CheckKnownAsync(checks, field, db.Departments.IncludingArchived().Select(d => d.Slug), slugs, "department");

    /// <summary>Notes every code that no source has.</summary>
    protected static Task CheckSourcesAsync(
        DirectoryDbContext db, IReadOnlyList<ContentCheck<T>> checks, string field, Func<T, IEnumerable<string>> codes) =>
        CheckKnownAsync(checks, field, db.Sources.Select(s => s.Code), codes, "source");

    // What is too long is looked into no further.
    private bool CheckByItself(ContentCheck<T> check)
    {
        var values = ContentJson.ToNode(check.Content);
        CheckLengths(values, check.Problems);
        if (check.Problems.All.Count > 0)
            return false;
        foreach (var field in editing.Fields)
            CheckField(field, values[field.Name], check.Problems);
        CheckContent(check.Content, check.Problems);
        return true;
    }

    private void CheckLengths(JsonObject values, ProblemList problems)
    {
        foreach (var field in editing.Fields)
            if (values[field.Name] is JsonArray items)
                CheckLengths(field, items, problems);
    }

    private static void CheckLengths(ContentField field, JsonArray items, ProblemList problems)
    {
        CheckLength(field.Name, items, field.Most, problems);
        if (items.Count <= field.Most)
            foreach (var (index, item) in items.Index())
                foreach (var (name, value) in item as JsonObject ?? [])
                    if (value is JsonArray inner)
                        CheckLength($"{field.Name}[{index}].{name}", inner, Rules.MostItems, problems);
    }

    private static void CheckLength(string field, JsonArray items, int most, ProblemList problems)
    {
        if (items.Count > most)
            problems.Add(field, $"Keep {most} at most; there are {items.Count}.");
    }

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
    private async Task CheckAddressesAsync(DirectoryDbContext db, IReadOnlyList<ContentCheck<T>> checks)
    {
        var slugs = checks.Select(check => check.Content.Slug).ToList();
        var rows = editing.Rows(db);
        var present = await rows.Where(row => slugs.Contains(row.Slug))
            .Select(row => new { row.Id, row.Slug, Link = new NamedLink(row.Slug, row.Name) })
            .ToDictionaryAsync(row => row.Slug, StringComparer.OrdinalIgnoreCase);
        var former = await db.FormerSlugs.Where(former => former.EntryType == editing.Type && slugs.Contains(former.Slug))
            .Join(rows, former => former.EntryId, row => row.Id,
                (former, row) => new { row.Id, former.Slug, Link = new NamedLink(row.Slug, row.Name) })
            .ToDictionaryAsync(row => row.Slug, StringComparer.OrdinalIgnoreCase);
        foreach (var check in checks)
        {
            var slug = check.Content.Slug;
            if (slug == NewEntry)
                check.Problems.Add("slug", $"“{slug}” cannot be the address of one {editing.Noun}: a new one is made there.");
            if (present.TryGetValue(slug, out var other) && other.Id != check.Id)
                check.Problems.Add("slug", $"“{slug}” is the address of {other.Link.Name}.", other.Link);
            if (former.TryGetValue(slug, out var moved) && moved.Id != check.Id)
                check.Problems.Add("slug", $"“{slug}” was an address of {moved.Link.Name} and still leads there.", moved.Link);
        }
        CheckOnce(checks, check => [("slug", check.Content.Slug)], slug => slug.ToUpperInvariant());
    }
}

/// <summary>A content to be checked, and what is found wrong with it.</summary>
/// <param name="id">The entry, or 0 for a new one.</param>
/// <param name="content">What the entry is to be.</param>
/// <param name="place">Where it comes from, where several are checked together: “row 5”.</param>
public sealed class ContentCheck<T>(int id, T content, string place = "another entry") where T : EntryContent, new()
{
    public int Id => id;

    public T Content => content;

    public string Place => place;

    /// <summary>What was noted.</summary>
    public ProblemList Problems { get; } = new();
}
