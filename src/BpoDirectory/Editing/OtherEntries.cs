using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing;

/// <summary>Checks of a content against the other entries of the directory.</summary>
public static class OtherEntries
{
    /// <summary>Notes that another entry has what the field says.</summary>
    /// <param name="problems">Where it is noted.</param>
    /// <param name="field">The field.</param>
    /// <param name="holders">The other entries that have it.</param>
    /// <param name="message">What to say, given the first of them.</param>
    public static async Task CheckFreeAsync(this ProblemList problems, string field, IQueryable<NamedLink> holders, Func<NamedLink, string> message)
    {
        if (await holders.FirstOrDefaultAsync() is { } holder)
            problems.Add(field, message(holder), holder);
    }

    // The pages of editors make a new entry there.
    private const string NewEntry = "new";

    /// <summary>Notes that another entry of the kind has the address, or had it: then it still leads there.</summary>
    public static async Task CheckAddressAsync(this ProblemList problems, DirectoryDbContext db, EntryEditing editing, int id, string slug)
    {
        if (slug == NewEntry)
            problems.Add("slug", $"“{slug}” cannot be the address of one {editing.Noun}: a new one is made there.");
        var others = editing.Rows(db).Where(line => line.Id != id);
        var former = db.FormerSlugs.Where(f => f.EntryType == editing.Type && f.Slug == slug)
            .Join(others, f => f.EntryId, line => line.Id, (_, line) => new NamedLink(line.Slug, line.Name));
        await problems.CheckFreeAsync("slug", others.Where(line => line.Slug == slug).Select(line => new NamedLink(line.Slug, line.Name)), other => $"“{slug}” is the address of {other.Name}.");
        await problems.CheckFreeAsync("slug", former, other => $"“{slug}” was an address of {other.Name} and still leads there.");
    }

    /// <summary>Notes every key that no entry has.</summary>
    public static async Task CheckKnownAsync(this ProblemList problems, string field, IQueryable<string> known, IEnumerable<string> named, string noun)
    {
        var wanted = named.Where(key => key.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var found = wanted.Count == 0 ? [] : await known.Where(key => wanted.Contains(key)).ToListAsync();
        foreach (var missing in wanted.Except(found, StringComparer.OrdinalIgnoreCase))
            problems.Add(field, $"There is no {noun} “{missing}”.");
    }

    /// <summary>Makes a list of cited sources what the codes say.</summary>
    public static void Cite(List<Source> sources, IEnumerable<string> codes, IReadOnlyDictionary<string, Source> known)
    {
        var wanted = codes.Select(code => known[code]).ToHashSet();
        sources.RemoveAll(source => !wanted.Contains(source));
        sources.AddRange(wanted.Except(sources));
    }

    /// <summary>All sources by code, tracked by <paramref name="db"/>.</summary>
    public static Task<Dictionary<string, Source>> SourcesAsync(DirectoryDbContext db) =>
        db.Sources.ToDictionaryAsync(source => source.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>The codes in the order in which the catalog lists its sources.</summary>
    public static List<string> Codes(IEnumerable<Source> sources) => [.. sources.OrderBy(source => source.Id).Select(source => source.Code)];

    /// <summary>Makes rows of plain texts what the texts say: rows whose text stays are kept, without regard to case.</summary>
    public static void SetTexts<TRow>(List<TRow> rows, IReadOnlyList<string> texts, Func<TRow, string> textOf, Func<string, int, TRow> make, Action<TRow, string, int> change)
    {
        var wanted = texts.Select(text => text.Trim()).ToList();
        rows.RemoveAll(row => !wanted.Contains(textOf(row), StringComparer.OrdinalIgnoreCase));
        foreach (var (index, text) in wanted.Index())
            if (rows.Find(row => string.Equals(textOf(row), text, StringComparison.OrdinalIgnoreCase)) is { } kept)
                change(kept, text, index + 1);
            else
                rows.Add(make(text, index + 1));
    }
}
