using System.Text.Json;
using System.Text.Json.Nodes;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;
using BpoDirectory.Data.Text;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Revisions;
using BpoDirectory.Exchange.Columns;
using BpoDirectory.Search.Storage;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Exchange.WholeDirectory;

/// <summary>
/// One takeover of a whole directory, within its write. What is new is made first, without what it names; then every entry becomes what
/// the file says; in the end all entries are compared with what they were, and those that differ get a version.
/// </summary>
internal sealed class Takeover(
    DirectoryDbContext db, DirectoryDbContext before, IReadOnlyList<EntryEditing> editings, DirectoryDocument file, Actor actor,
    DateTime now)
{
    private const int Batch = 200;
    private const int MostProblems = 20;
    private const string Note = "Imported with the whole directory";

    // Who is named comes before who names; what two name together is said by the second.
    private static readonly EntryType[] Order =
    [
        EntryType.Site, EntryType.Client, EntryType.Partner, EntryType.Person, EntryType.Department, EntryType.ServiceLine,
        EntryType.OutsourcingType, EntryType.Function, EntryType.SynonymSet, EntryType.GuideArticle,
    ];

    // Their other ends know the order too.
    private static readonly string[] SaidByOthers = ["functions", "serviceLines", "outsourcingTypes"];

    private readonly Dictionary<(EntryType, int), EntryRecord> _created = [];
    private readonly List<(EntryEditing Editing, EntryRecord Entry, int Id)> _entries = [];
    private readonly Dictionary<EntryType, TableColumns> _columns =
        editings.ToDictionary(editing => editing.Type, editing => new TableColumns(editing.Fields, editing.ContentType));
    private readonly List<string> _problems = [];
    private readonly HashSet<string> _unknownKeepers = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<int> _searched = [];
    private int _histories;

    public async Task<DirectoryImportOutcome> RunAsync(IProgress<int>? progress, CancellationToken cancellation)
    {
        await using var cache = await db.WidenCacheAsync(cancellation);
        await AddSourcesAsync();
        foreach (var type in Order)
            await CreateAsync(type);
        Refuse();
        foreach (var (index, (editing, entry, id)) in _entries.Index())
        {
            cancellation.ThrowIfCancellationRequested();
            await ApplyAsync(editing, entry, id);
            progress?.Report(index + 1);
        }
        Refuse();
        var changed = await RecordAsync(cancellation);
        await SearchIndex.UpdateAsync(db, _searched, cancellation);
        var unchanged = _entries.Select(entry => (entry.Editing.Type, entry.Id))
            .Count(entry => !_created.ContainsKey(entry) && !changed.Contains(entry));
        return new DirectoryImportOutcome(_created.Count, changed.Count, unchanged, Notes());
    }

    private async Task AddSourcesAsync()
    {
        var known = (await db.Sources.Select(s => s.Code).ToListAsync()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        db.AddRange(file.Sources.Where(s => !known.Contains(s.Code))
            .Select(s => new Source { Code = s.Code, Slug = s.Slug, Title = s.Title, Description = s.Description }));
        await SaveAsync();
    }

    private async Task CreateAsync(EntryType type)
    {
        var editing = editings.Single(editing => editing.Type == type);
        var seen = new Dictionary<int, EntryRecord>();
        foreach (var entry in file.Entries.Where(entry => entry.Type == type))
        {
            var content = Complete(editing, entry);
            if (content is null)
                continue;
            if (await FindAsync(editing, content) is { } known)
            {
                if (seen.TryAdd(known, entry))
                    _entries.Add((editing, entry, known));
                else
                    _problems.Add($"{editing.Noun} {entry.Slug}: the file names the same one as {seen[known].Slug} too: keep one of them.");
                continue;
            }
            CheckHistory(editing, entry);
            foreach (var field in editing.Fields.Where(NamesOthers))
                content[field.Name] = content[field.Name] is JsonArray ? new JsonArray() : "";
            if (await CheckAsync(editing, entry, 0, content, except: NamesOthers))
                continue;
            var made = await editing.CreateAsync(db, content);
            await SaveAsync();
            seen.Add(made.Id, entry);
            _entries.Add((editing, entry, made.Id));
            _created.Add((type, made.Id), entry);
        }
    }

    private static bool NamesOthers(ContentField field) =>
        field.RefersTo is not null || field.ItemReferences.Count > 0 || field.Name == "keeper";

    private async Task ApplyAsync(EntryEditing editing, EntryRecord record, int id)
    {
        var wanted = Complete(editing, record)!;
        await ForgetUnknownKeeperAsync(wanted);
        var entry = (await editing.LoadAsync(db, id))!;
        var content = JsonNode.Parse(editing.SnapshotOf(entry))!.AsObject();
        var isDepartment = editing.Type == EntryType.Department;
        _columns[editing.Type].Adopt(content, wanted, isDepartment ? SaidByOthers : []);
        if (await CheckAsync(editing, record, id, content))
            return;
        await editing.ApplyAsync(db, entry, content);
        if (_created.ContainsKey((editing.Type, id)))
        {
            if (entry is Department department && record.ReviewedAt is { } reviewed)
                department.ConfirmReview(reviewed);
            await AddFormerSlugsAsync(editing, record, id);
        }
        await SaveAsync();
    }

    private async Task AddFormerSlugsAsync(EntryEditing editing, EntryRecord record, int id)
    {
        foreach (var slug in record.FormerSlugs ?? [])
            if (await editing.FindAsync(db, slug) is null)
                db.Add(new FormerSlug { EntryType = editing.Type, EntryId = id, Slug = slug });
    }

    private async Task<int?> FindAsync(EntryEditing editing, JsonObject content)
    {
        if (editing.Fields.Contains(EntryContent.SlugField))
            return await editing.FindAsync(db, content["slug"]!.ToString());
        var key = NameComparison.KeyOf(content["name"]!.ToString());
        return await editing.Rows(db).Where(row => row.NameKey == key).Select(row => (int?)row.Id).FirstOrDefaultAsync();
    }

    private async Task ForgetUnknownKeeperAsync(JsonObject content)
    {
        if (content["keeper"]?.ToString() is not { Length: > 0 } keeper)
            return;
        var name = Account.Normalize(keeper);
        if (await db.Accounts.AnyAsync(account => account.Role >= AccountRole.Editor && account.NormalizedUserName == name))
            return;
        content["keeper"] = "";
        _unknownKeepers.Add(keeper);
    }

    // Every entry is compared, also those that the file does not name: an owner less is a change of theirs.
    private async Task<HashSet<(EntryType, int)>> RecordAsync(CancellationToken cancellation)
    {
        var changed = new HashSet<(EntryType, int)>();
        foreach (var editing in editings)
            foreach (var ids in (await editing.Rows(db).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancellation))
                .Chunk(Batch))
            {
                var wereThere = ids.Where(id => !_created.ContainsKey((editing.Type, id))).ToArray();
                var earlier = wereThere.Zip(await editing.SnapshotsAsync(before, wereThere))
                    .ToDictionary(pair => pair.First, pair => pair.Second);
                before.ChangeTracker.Clear();
                var present = await editing.SnapshotsAsync(db, ids);
                db.ChangeTracker.Clear();
                foreach (var (id, snapshot) in ids.Zip(present))
                {
                    if (earlier.GetValueOrDefault(id) is not { } was)
                        await RecordNewAsync(editing, id, snapshot);
                    else if (was != snapshot)
                    {
                        await RecordChangeAsync(editing, id, was, snapshot);
                        changed.Add((editing.Type, id));
                    }
                }
            }
        return changed;
    }

    private async Task RecordChangeAsync(EntryEditing editing, int id, string was, string snapshot)
    {
        var entry = (await editing.LoadAsync(db, id))!;
        await RevisionWriter.KeepFirstAsync(db, editing.Type, id, entry.Version, entry.UpdatedAt, was);
        entry.Touch(now);
        db.Revisions.Add(RevisionWriter.Create(editing.Type, id, entry.Version, now, actor, RevisionAction.Edited, Note, snapshot));
        await NoteForSearchAsync(editing, entry);
        await SaveAsync();
    }

    private async Task RecordNewAsync(EntryEditing editing, int id, string snapshot)
    {
        var (entry, record) = ((await editing.LoadAsync(db, id))!, _created[(editing.Type, id)]);
        if (record.Revisions is { } revisions)
            Continue(editing, entry, record, revisions, snapshot);
        else
        {
            entry.Touch(now);
            db.Revisions.Add(RevisionWriter.Create(editing.Type, id, entry.Version, now, actor, RevisionAction.Created, Note, snapshot));
        }
        await NoteForSearchAsync(editing, entry);
        await SaveAsync();
    }

    // The history goes on here; where the entry could not be taken over as it was, with a revision that says so.
    private void Continue(EntryEditing editing, Entry entry, EntryRecord record, IReadOnlyList<RevisionRecord> revisions, string snapshot)
    {
        var keys = new KeysHere(editing.Fields, record.Content, JsonNode.Parse(snapshot)!.AsObject());
        foreach (var revision in revisions)
            db.Revisions.Add(new Revision
            {
                EntryType = editing.Type, EntryId = entry.Id, Number = revision.Number, SavedAt = revision.SavedAt, AccountId = null,
                By = revision.By, Action = revision.Action, Note = revision.Note, IsTakenOver = true,
                Snapshot = ContentJson.Write(keys.Translate(editing.Complete(revision.Content))),
            });
        entry.ContinueFrom(record.Version, record.UpdatedAt);
        if (revisions.Count > 0)
            _histories++;
        if (revisions.Count > 0 && !JsonNode.DeepEquals(keys.Translate(record.Content), JsonNode.Parse(snapshot)))
        {
            entry.Touch(now);
            db.Revisions.Add(
                RevisionWriter.Create(editing.Type, entry.Id, entry.Version, now, actor, RevisionAction.Edited, Note, snapshot));
        }
    }

    private async Task NoteForSearchAsync(EntryEditing editing, Entry entry) =>
        _searched.UnionWith(await editing.DepartmentsAsync(db, entry));

    private JsonObject? Complete(EntryEditing editing, EntryRecord entry) =>
        Complete(editing, entry.Content, $"{editing.Noun} {entry.Slug}");

    private JsonObject? Complete(EntryEditing editing, JsonObject content, string where)
    {
        try
        {
            return editing.Complete(content);
        }
        catch (JsonException error)
        {
            _problems.Add($"{where}: {error.Message}");
            return null;
        }
    }

    private void CheckHistory(EntryEditing editing, EntryRecord entry)
    {
        if (entry is { Revisions: not null, Version: < 1 })
            _problems.Add($"{editing.Noun} {entry.Slug}: its version is {entry.Version}; versions begin at 1.");
        var last = 0;
        foreach (var revision in entry.Revisions ?? [])
        {
            var where = $"{editing.Noun} {entry.Slug}, version {revision.Number} of its history";
            if (revision.Number <= last || revision.Number > entry.Version)
                _problems.Add($"{where}: versions have to rise from 1, and end at {entry.Version}, that of the entry.");
            last = revision.Number;
            Complete(editing, revision.Content, where);
        }
    }

    private async Task<bool> CheckAsync(
        EntryEditing editing, EntryRecord entry, int id, JsonObject content, Func<ContentField, bool>? except = null)
    {
        var left = editing.Fields.Where(except ?? (_ => false)).Select(field => field.Name).ToHashSet();
        // A synonym set of one word has to point at something.
        if (left.Count > 0)
            left.Add("members");
        // A successor may have been archived since.
        if (await IsDepartmentAsync(content["successor"]?.ToString()))
            left.Add("successor");
        var problems = (await editing.CheckAsync(db, id, content)).Where(problem => !left.Contains(problem.Field.Split('[')[0])).ToList();
        _problems.AddRange(problems.Select(problem => $"{editing.Noun} {entry.Slug}, {problem.Field}: {problem.Message}"));
        return problems.Count > 0;
    }

    private async Task<bool> IsDepartmentAsync(string? slug) =>
        !string.IsNullOrEmpty(slug) && await db.Departments.IncludingArchived().AnyAsync(d => d.Slug == slug);

    private void Refuse()
    {
        if (_problems.Count == 0)
            return;
        var more = _problems.Count > MostProblems ? $"\nand {_problems.Count - MostProblems} more." : "";
        throw new DirectoryRuleException($"Nothing was imported.\n{string.Join('\n', _problems.Take(MostProblems))}{more}");
    }

    private List<string> Notes()
    {
        var notes = new List<string>();
        if (_unknownKeepers.Count > 0)
        {
            var names = string.Join(", ", _unknownKeepers.Order(StringComparer.OrdinalIgnoreCase));
            notes.Add($"Nobody here may edit as {names}: the departments that they keep are on everybody's list of reviews.");
        }
        if (_histories > 0)
            notes.Add($"The history of {_histories} new entries was taken over; entries that were there before keep their own.");
        return notes;
    }

    // Each entry brings what it is joined to; looking through all of it again and again would take most of the time.
    private async Task SaveAsync()
    {
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }
}
