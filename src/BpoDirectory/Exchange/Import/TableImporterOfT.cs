using System.Globalization;
using System.Text.Json.Nodes;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Data.Text;
using BpoDirectory.Editing;
using BpoDirectory.Editing.Merge;
using BpoDirectory.Editing.Revisions;
using BpoDirectory.Exchange.Columns;
using BpoDirectory.Exchange.Import.Files;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Exchange.Import;

/// <inheritdoc />
/// <typeparam name="T">The content of the entries.</typeparam>
/// <param name="editing">How they are edited.</param>
/// <param name="editings">All types of entries, for what these name.</param>
/// <param name="columns">Their columns.</param>
/// <param name="contexts">Reads the directory.</param>
/// <param name="gate">Writes it.</param>
/// <param name="batch">Saves many entries.</param>
public abstract class TableImporter<T>(
    EntryEditing<T> editing, IEnumerable<EntryEditing> editings, TableColumns<T> columns, IDbContextFactory<DirectoryDbContext> contexts,
    WriteGate gate, EntryBatch batch) : TableImporter where T : EntryContent, new()
{
    private const int EntriesPerStep = 250;
    private const int LongestShown = 300;
    private const int MostLeftNamed = 100;
    private const int MostDroppedNamed = 20;

    private readonly List<ContentField> _namesOwnType =
        [.. editing.Fields.Where(field => field.RefersTo == editing.Type && field.Shape == FieldShape.Value)];

    /// <inheritdoc />
    public sealed override EntryType Type => editing.Type;

    /// <inheritdoc />
    public sealed override string Noun => editing.Noun;

    /// <inheritdoc />
    public sealed override string Plural => editing.Plural;

    /// <inheritdoc />
    public sealed override IReadOnlyList<TableColumn> Columns => columns.All;

    /// <inheritdoc />
    public sealed override async Task<ImportComparison> CompareAsync(
        string path, ImportOptions options, Action<ImportProgress> report, CancellationToken cancellation)
    {
        var notices = new List<string>();
        var rows = ReadRows(path, options, notices, report, cancellation);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await MatchAsync(db, rows);
        await GiveAddressesAsync(db, rows);
        await ReadContentsAsync(rows, options, report, cancellation);
        await CheckAsync(db, rows, report, cancellation);
        NoteRows(rows, notices);
        return new Comparison(
            [.. rows.Select(row => row.ToImportRow())], notices,
            rows.Where(row => row.IsSaved).ToDictionary(row => row.Number, row => row.ToSave()));
    }

    /// <inheritdoc />
    public sealed override async Task ApplyAsync(
        Actor actor, ImportComparison comparison, Func<int, bool> isWanted, Func<DirectoryDbContext, List<TableImportEntry>, Task> record,
        string note, Action<ImportProgress> report, CancellationToken cancellation)
    {
        var saves = ((Comparison)comparison).Saves.Where(save => isWanted(save.Key)).Select(save => save.Value).ToList();
        if (saves.Count == 0)
            throw new ImportRefusedException("No row is chosen that would change anything: nothing was imported.");
        await SaveAsync(actor, saves, note, report, (db, saved) => record(db, [.. saved.Select(one => new TableImportEntry
        {
            EntryId = one.EntryId, VersionBefore = saves[one.Index].BaseVersion, VersionAfter = one.Version,
        })]), reason => $"Nothing was imported: the directory was changed since it was compared. {reason} Compare again.", cancellation);
    }

    /// <inheritdoc />
    public sealed override async Task<ImportUndo> UndoAsync(
        Actor actor, IReadOnlyList<TableImportEntry> entries, bool keepsLaterChanges,
        Func<DirectoryDbContext, IReadOnlyList<int>, int, Task> record, string note, Action<ImportProgress> report,
        CancellationToken cancellation)
    {
        var (saves, left) = (new List<BatchSave<T>>(), new List<string>());
        foreach (var step in entries.Chunk(EntriesPerStep))
        {
            cancellation.ThrowIfCancellationRequested();
            report(new ImportProgress("Looking at what was imported", saves.Count, entries.Count));
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            await FindUndosAsync(db, step, keepsLaterChanges, saves, left);
        }
        await using (var db = await contexts.CreateDbContextAsync(cancellation))
            for (var refusals = await batch.CheckAsync(db, editing, saves); refusals.Count > 0; refusals =
                await batch.CheckAsync(db, editing, saves))
            {
                var refused = refusals.ToDictionary(refusal => refusal.Index);
                left.AddRange(refusals.Select(refusal =>
                    $"{saves[refusal.Index].Place}: {(refusal.IsNewer ? "somebody changes it at this moment" : refusal.Problems[0].Message)}"));
                saves = [.. saves.Index().Where(save => !refused.ContainsKey(save.Index)).Select(save => save.Item)];
            }
        if (saves.Count == 0 && left.Count == 0)
            throw new ImportRefusedException("There is nothing to undo: all that was imported is undone already.");
        if (saves.Count > 0)
            await SaveAsync(
                actor, saves, note, report, (db, _) => record(db, saves.ConvertAll(save => save.Id), left.Count),
                reason => $"Nothing was undone: the directory was changed at this moment. {reason} Try again.", cancellation);
        return new ImportUndo(
            saves.Count, left.Count <= MostLeftNamed ? left : [.. left.Take(MostLeftNamed), $"and {left.Count - MostLeftNamed} more"]);
    }

    /// <summary>Gives a new entry what can be said of it without the file saying so.</summary>
    /// <returns>What was given, for the notices; null for nothing.</returns>
    protected abstract string? Complete(JsonObject content);

    /// <summary>The entries that have a name besides their own, by its key.</summary>
    protected virtual Task<Dictionary<string, int>> FindByOtherNameAsync(DirectoryDbContext db, IReadOnlyCollection<string> keys) =>
        Task.FromResult<Dictionary<string, int>>([]);

    // What was checked is saved only where nobody saved anything since; else it is checked again with nobody able to.
    private async Task SaveAsync(
        Actor actor, List<BatchSave<T>> saves, string note, Action<ImportProgress> report,
        Func<DirectoryDbContext, IReadOnlyList<BatchSaved>, Task> record, Func<string, string> refusal, CancellationToken cancellation)
    {
        report(new ImportProgress("Checking", 0, saves.Count));
        long checkedAt;
        await using (var db = await contexts.CreateDbContextAsync(cancellation))
        {
            checkedAt = await LastRevisionAsync(db);
            Refuse(await batch.CheckAsync(db, editing, saves), saves, refusal);
        }
        await gate.WriteAsync(async db =>
        {
            if (await LastRevisionAsync(db) != checkedAt)
                Refuse(await batch.CheckAsync(db, editing, saves), saves, refusal);
            var saved = await batch.SaveAsync(
                db, editing, actor, saves, note, done => report(new ImportProgress("Saving", done, saves.Count)), cancellation);
            report(new ImportProgress("Saving", saves.Count, saves.Count));
            await record(db, saved);
        }, cancellation);
    }

    private static async Task<long> LastRevisionAsync(DirectoryDbContext db) =>
        await db.Revisions.MaxAsync(revision => (long?)revision.Id) ?? 0;

    private static void Refuse(IReadOnlyList<BatchRefusal> refusals, List<BatchSave<T>> saves, Func<string, string> refusal)
    {
        if (refusals is not [var first, ..])
            return;
        var place = saves[first.Index].Place;
        var reason = first.IsNewer ? "somebody changed the entry since" : first.Problems[0].Message.TrimEnd('.');
        var more = refusals.Count > 1 ? $" (and {refusals.Count - 1} more)" : "";
        throw new ImportRefusedException(refusal($"{char.ToUpperInvariant(place[0])}{place[1..]}: {reason}{more}."));
    }

    private List<Row> ReadRows(
        string path, ImportOptions options, List<string> notices, Action<ImportProgress> report, CancellationToken cancellation)
    {
        var mapped = options.Columns.Where(column => columns.Named(column.Value) is not null)
            .ToDictionary(column => column.Key, column => columns.Named(column.Value)!);
        if (!mapped.Values.Any(column => column.Name is TableColumnNames.Name or TableColumnNames.Slug))
            throw new ImportRefusedException($"Say which column holds the name of the {Noun}: nothing else is needed.");
        var headings = TableReader.ReadHeadings(path, options.Format);
        var width = headings is not null && options.Format.Kind == TableKind.Text ? headings.Count : int.MaxValue;
        TableColumn[] all = [.. mapped.Values];
        var (rows, dropped) = (new List<Row>(), new SortedSet<int>());
        foreach (var read in TableReader.Read(path, options.Format).Where(row => !row.IsBlank))
        {
            cancellation.ThrowIfCancellationRequested();
            // A cell that the row lacks says nothing; an empty one clears.
            var row = new Row(read.Number, all, read.Trouble is null ? [.. mapped.Keys.Select(read.Cells.ElementAtOrDefault)] : []);
            rows.Add(row);
            foreach (var (index, cell) in read.Cells.Index())
                if (!mapped.ContainsKey(index) && !string.IsNullOrWhiteSpace(cell))
                    dropped.Add(index);
            if (read.Trouble is not null)
                row.Problems.Add(new ImportProblem("", read.Trouble));
            else if (headings is not null && read.Cells.SequenceEqual(headings))
                row.Problems.Add(new ImportProblem("", "This row repeats the headings: leave it out."));
            else if (read.Cells.Skip(width).Any(cell => !string.IsNullOrWhiteSpace(cell)))
                row.Problems.Add(
                    new ImportProblem(
                        "", $"The row has {read.Cells.Count} cells and the table {width} columns: put quotation marks around cells that hold the delimiter."));
            if (rows.Count % 1000 == 0)
                report(new ImportProgress("Reading", rows.Count, 0));
        }
        NoteDropped([.. dropped.Where(index => index < width).Select(index => TableFile.Heading(headings, index))], notices);
        return rows;
    }

    // By address, else by name, else by another name.
    private async Task MatchAsync(DirectoryDbContext db, List<Row> rows)
    {
        foreach (var row in rows)
        {
            (row.Slug, row.Name) = (Cell(row, TableColumnNames.Slug), Cell(row, TableColumnNames.Name));
            if (row.Name.AsSpan().IndexOfAny("\n\r\u2028\u2029") >= 0)
                row.Notes.Add("The name has a line break, which becomes a blank.");
        }
        var slugs = rows.Select(row => row.Slug).Where(slug => slug.Length > 0).Distinct().ToList();
        var bySlug = new Dictionary<string, Known>(StringComparer.OrdinalIgnoreCase);
        if (slugs.Count > 0)
        {
            foreach (var known in await editing.Rows(db).Where(row => slugs.Contains(row.Slug))
                .Select(row => new Known(row.Id, row.Version, row.Slug, row.NameKey)).ToListAsync())
                bySlug[known.Slug] = known;
            var former = await db.FormerSlugs.Where(former => former.EntryType == Type && slugs.Contains(former.Slug))
                .Join(editing.Rows(db), former => former.EntryId, row => row.Id,
                    (former, row) => new { former.Slug, Known = new Known(row.Id, row.Version, row.Slug, row.NameKey) })
                .ToListAsync();
            foreach (var moved in former)
                bySlug.TryAdd(moved.Slug, moved.Known);
        }
        var keys = rows.Select(row => NameComparison.KeyOf(row.Name)).Where(key => key.Length > 0).ToHashSet();
        var byName = (await editing.Rows(db).Where(row => keys.Contains(row.NameKey))
            .Select(row => new Known(row.Id, row.Version, row.Slug, row.NameKey)).ToListAsync())
            .ToDictionary(known => known.NameKey);
        var otherNames = await FindByOtherNameAsync(db, keys);
        var ids = otherNames.Values.Distinct().ToList();
        var byId = ids.Count == 0
            ? []
            : (await editing.Rows(db).Where(row => ids.Contains(row.Id))
                .Select(row => new Known(row.Id, row.Version, row.Slug, row.NameKey)).ToListAsync())
            .ToDictionary(known => known.Id);
        var seen = new Dictionary<int, Row>();
        foreach (var row in rows)
        {
            var key = NameComparison.KeyOf(row.Name);
            if (bySlug.TryGetValue(row.Slug, out var known) || byName.TryGetValue(key, out known))
                row.Present = known;
            else if (otherNames.TryGetValue(key, out var id))
                (row.Present, row.IsByOtherName) = (byId[id], true);
            if (row.Present is { } entry && !seen.TryAdd(entry.Id, row))
                row.Problems.Add(
                    new ImportProblem("", $"Row {seen[entry.Id].Number} is about the same {Noun} “{entry.Slug}”: keep one of them."));
        }
    }

    private static string Cell(Row row, string column) => row.Filled.FirstOrDefault(cell => cell.Column.Name == column).Text?.Trim() ?? "";

    // Step by step: the contents of a large table as JSON would take very much memory.
    private async Task ReadContentsAsync(
        List<Row> rows, ImportOptions options, Action<ImportProgress> report, CancellationToken cancellation)
    {
        var resolver = new ReferenceResolver(editings, editing.Fields);
        foreach (var row in rows.Where(row => row is { Present: null, Name.Length: > 0, Slug.Length: > 0 }))
            resolver.Add(Type, row.Name, row.Slug);
        var forAll = options.ForAll.Where(text => text.Value.Length > 0 && columns.Named(text.Key) is not null)
            .Select(text => (columns.Named(text.Key)!, text.Value)).ToList();
        var (ranks, unset, done) = (new NextRanks(), ContentJson.ToNode(new T()), 0);
        foreach (var step in rows.Where(row => row.Problems.Count == 0).Chunk(EntriesPerStep))
        {
            cancellation.ThrowIfCancellationRequested();
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            var ids = step.Where(row => row.Present is not null).Select(row => row.Present!.Id).ToList();
            var entries = ids.Count == 0 ? [] : (await editing.LoadAllAsync(db, ids)).ToDictionary(entry => entry.Id);
            var present =
                Array.ConvertAll(step, row => row.Present is null ? null : ContentJson.ToNode(editing.Read(entries[row.Present.Id])));
            var contents =
                step.Zip(present, (row, before) => before is null ? Create(row, unset, forAll) : Change(row, before.DeepClone().AsObject()))
                    .ToList();
            await resolver.ResolveAsync(db, contents);
            await ranks.GiveAsync(db, [.. step.Zip(contents, present).SelectMany(row => UnrankedOf(row.First, row.Second, row.Third))]);
            foreach (var (row, content, before) in step.Zip(contents, present))
                Keep(row, content, before);
            report(new ImportProgress("Comparing", done += step.Length, rows.Count));
        }
    }

    private JsonObject Create(Row row, JsonObject unset, List<(TableColumn Column, string Text)> forAll)
    {
        var content = unset.DeepClone().AsObject();
        foreach (var (column, text) in row.Filled)
            Read(row, content, column, text);
        foreach (var (column, text) in forAll)
            if (!row.Filled.Any(cell => cell.Column == column && !string.IsNullOrWhiteSpace(cell.Text)))
                Read(row, content, column, text);
        content[TableColumnNames.Slug] = row.Slug;
        row.Given = Complete(content);
        return content;
    }

    private static JsonObject Change(Row row, JsonObject content)
    {
        var isArchived = content[EntryContent.ArchivedField.Name]!.GetValue<bool>();
        // A row that was found by another name of its entry does not take that name for the entry's own.
        foreach (var (column, text) in row.Filled)
            if (column.Name != TableColumnNames.Name || (!row.IsByOtherName && row.Name.Length > 0))
                Read(row, content, column, text);
        // What is in a table is in use, unless the table says otherwise.
        if (isArchived && row.Filled.All(cell => cell.Column.Name != EntryContent.ArchivedField.Name))
        {
            content[EntryContent.ArchivedField.Name] = false;
            row.IsBroughtBack = true;
        }
        return content;
    }

    private static void Read(Row row, JsonObject content, TableColumn column, string text)
    {
        if (column.Read(content, text) is { } problem)
            row.Problems.Add(new ImportProblem(column.Label, problem));
        else if (column.FindUnranked(text) is { Count: > 0 } places)
            row.Unranked.Add((column.Field!, places));
    }

    private static IEnumerable<(JsonObject Item, JsonNode? Before)> UnrankedOf(Row row, JsonObject content, JsonObject? before) =>
        from unranked in row.Unranked
        from place in unranked.Places
        let item = content[unranked.Field.Name]![place]!.AsObject()
        select (item,
            (before?[unranked.Field.Name] as JsonArray)
                ?.FirstOrDefault(known => $"{known![unranked.Field.Key]}" == $"{item[unranked.Field.Key]}"));

    private void Keep(Row row, JsonObject content, JsonObject? before)
    {
        Tidy(content);
        row.Changes = before is null ? Describe(content) : [.. ContentComparison.Compare(editing.Fields, before, content).Select(Describe)];
        row.Named = [.. _namesOwnType.Select(field => content[field.Name]!.ToString()).Where(slug => slug.Length > 0)];
        row.Content = ContentJson.FromNode<T>(content);
        if (row.Slug.Length == 0)
            row.Slug = row.Content.Slug;
        row.Forget();
    }

    // Of names that only differ in what cannot stand in an address, all but the first get a number.
    private async Task GiveAddressesAsync(DirectoryDbContext db, List<Row> rows)
    {
        var missing = rows.Where(row => row.Present is null && row.Slug.Length == 0).ToList();
        var proposed = missing.ConvertAll(row => SlugProposal.FromName(row.Name));
        var begins = proposed.Where(slug => slug.Length > 0).Distinct().ToList();
        var taken = rows.Where(row => row.Present is null && row.Slug.Length > 0).Select(row => row.Slug)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        taken.Add("new");
        taken.UnionWith(await editing.Rows(db).Where(row => begins.Contains(row.Slug)).Select(row => row.Slug).ToListAsync());
        taken.UnionWith(
            await db.FormerSlugs.Where(former => former.EntryType == Type && begins.Contains(former.Slug)).Select(former => former.Slug)
                .ToListAsync());
        // Few have such a name, and each may need several tries.
        var numbered = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (row, slug) in missing.Zip(proposed))
        {
            var free = slug;
            while (free.Length > 0 && (!taken.Add(free) || (free != slug && await editing.FindAsync(db, free) is not null)))
            {
                var suffix = (numbered[slug] = numbered.GetValueOrDefault(slug, 1) + 1).ToString(CultureInfo.InvariantCulture);
                free = $"{slug[..Math.Min(slug.Length, Rules.SlugLength - suffix.Length - 1)].TrimEnd('-')}-{suffix}";
            }
            row.Slug = free;
        }
    }

    private async Task CheckAsync(DirectoryDbContext db, List<Row> rows, Action<ImportProgress> report, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var saved = rows.Where(row => row.IsSaved).ToList();
        report(new ImportProgress("Checking", 0, saved.Count));
        foreach (var refusal in await batch.CheckAsync(db, editing, [.. saved.Select(row => row.ToSave())]))
            foreach (var problem in refusal.Problems.Where(problem => !FollowsFromMissingName(saved[refusal.Index], problem)))
                saved[refusal.Index].Problems.Add(new ImportProblem(LabelOf(problem.Field), problem.Message));
        RefuseWhatNamesWrongRows(rows);
    }

    // The address of a new entry is made of its name.
    private static bool FollowsFromMissingName(Row row, FieldProblem problem) =>
        problem.Field == TableColumnNames.Slug && row.Name.Length == 0 && row.Slug.Length == 0;

    // A part of a department that cannot be created cannot be created either.
    private static void RefuseWhatNamesWrongRows(List<Row> rows)
    {
        var wrong = new Dictionary<string, Row>(StringComparer.OrdinalIgnoreCase);
        for (var isChanged = true; isChanged;)
        {
            isChanged = false;
            foreach (var row in rows.Where(row => row is { Present: null, Problems.Count: > 0 }))
                isChanged |= row.Slug.Length > 0 && wrong.TryAdd(row.Slug, row);
            foreach (var row in rows.Where(row => row is { IsSaved: true, Named.Count: > 0 }))
                if (row.Named.FirstOrDefault(wrong.ContainsKey) is { } slug)
                    row.Problems.Add(
                        new ImportProblem("", $"Row {wrong[slug].Number}, which this row names, is wrong: put that right first."));
        }
    }

    // As it will be kept: what differs in blanks around it does not differ.
    private static void Tidy(JsonObject content)
    {
        foreach (var (name, value) in content.ToList())
            if (Tidied(value) is { } text)
                content[name] = name == TableColumnNames.Name ? Rules.WithoutHidden(text).Trim() : text;
            else if (value is JsonObject inner)
                Tidy(inner);
            else if (value is JsonArray items)
                Tidy(items);
    }

    private static void Tidy(JsonArray items)
    {
        for (var index = 0; index < items.Count; index++)
            if (Tidied(items[index]) is { } text)
                items[index] = text;
            else if (items[index] is JsonObject item)
                Tidy(item);
    }

    private static string? Tidied(JsonNode? value) =>
        value is JsonValue text && text.TryGetValue<string>(out var said) && Rules.WithLineFeeds(said.Trim()) is var tidy && tidy != said
            ? tidy
            : null;

    private ImportChange[] Describe(JsonObject content) =>
    [
        .. editing.Fields.Where(field => field.Name != TableColumnNames.Name && field != EntryContent.ArchivedField)
            .Select(field => new ImportChange(field.Label, "", Shown(field, content[field.Name])))
            .Where(change => change.After.Length > 0 && change.After != "no"),
    ];

    private static ImportChange Describe(FieldDifference difference) =>
        new(difference.Field.Label, Shown(difference.Field, difference.Before), Shown(difference.Field, difference.After));

    private static string Shown(ContentField field, JsonNode? value)
    {
        var text = ContentText.From(value);
        if (text.Length > 0 && field.WordOf is { } wordOf)
            text = string.Join('\n', text.Split('\n').Select(wordOf));
        return text.Length <= LongestShown ? text : text[..LongestShown] + "…";
    }

    private string LabelOf(string field)
    {
        var name = field.Split('[')[0];
        return editing.Fields.FirstOrDefault(known => known.Name == name)?.Label ?? columns.Named(name)?.Label ?? name;
    }

    private static void NoteDropped(List<string> headings, List<string> notices)
    {
        var more = headings.Count > MostDroppedNamed ? $" and {headings.Count - MostDroppedNamed} more" : "";
        var named = string.Join(", ", headings.Take(MostDroppedNamed).Select(heading => $"“{heading}”"));
        if (headings.Count > 0)
            notices.Add(headings.Count == 1 ? $"The column {named} is not imported." : $"These columns are not imported: {named}{more}.");
    }

    private void NoteRows(List<Row> rows, List<string> notices)
    {
        foreach (var given in rows.Where(row => row is { IsSaved: true, Given: not null }).GroupBy(row => row.Given!))
            notices.Add(string.Format(CultureInfo.InvariantCulture, given.Key, CountOf(given.Count())));
        var back = rows.Count(row => row is { IsSaved: true, IsBroughtBack: true });
        if (back > 0)
            notices.Add($"{CountOf(back)} in the table {(back == 1 ? "is" : "are")} archived: importing {(back == 1 ? "the row" : "these rows")} brings {(back == 1 ? "it" : "them")} back.");
        var cleared =
            rows.Count(row => row is { IsSaved: true, Present: not null }
                && row.Changes.Any(change => change.Before.Length > 0 && change.After.Length == 0));
        if (cleared > 0)
            notices.Add($"Empty cells clear what {CountOf(cleared)} said there: choose “not imported” for a column whose empty cells should leave it.");
    }

    private string CountOf(int count) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? Noun : Plural)}";

    private async Task FindUndosAsync(
        DirectoryDbContext db, TableImportEntry[] step, bool keepsLaterChanges, List<BatchSave<T>> saves, List<string> left)
    {
        var ids = step.Select(entry => entry.EntryId).ToList();
        var entries = (await editing.LoadAllAsync(db, ids)).ToDictionary(entry => entry.Id);
        var versions = step.SelectMany(entry => new[] { (entry.EntryId, entry.VersionBefore), (entry.EntryId, entry.VersionAfter) })
            .ToHashSet();
        var revisions =
            (await db.Revisions.AsNoTracking().Where(r => r.EntryType == Type && ids.Contains(r.EntryId))
                .Select(r => new { r.EntryId, r.Number }).ToListAsync())
            .Where(revision => versions.Contains((revision.EntryId, revision.Number))).Select(revision => revision.Number).Distinct()
            .ToList();
        var snapshots =
            (await db.Revisions.AsNoTracking().Where(r => r.EntryType == Type && ids.Contains(r.EntryId) && revisions.Contains(r.Number))
                .ToListAsync())
            .ToDictionary(revision => (revision.EntryId, revision.Number), revision => revision.Snapshot);
        foreach (var imported in step)
        {
            var entry = entries[imported.EntryId];
            var content = editing.Read(entry);
            var (present, title) = (ContentJson.ToNode(content), content.Title);
            var isChanged = entry.Version != imported.VersionAfter;
            if (isChanged && (!keepsLaterChanges || imported.VersionBefore == 0))
            {
                left.Add($"“{title}” was changed since the import.");
                continue;
            }
            if (imported.VersionBefore == 0)
            {
                saves.Add(new BatchSave<T>(
                    entry.Id, entry.Version, ContentJson.FromNode<T>(Withdrawn(present)), RevisionAction.Archived, $"“{title}”"));
                continue;
            }
            var before = ContentJson.ToNode(ContentJson.Read<T>(snapshots[(entry.Id, imported.VersionBefore)]));
            if (isChanged)
            {
                var after = ContentJson.ToNode(ContentJson.Read<T>(snapshots[(entry.Id, imported.VersionAfter)]));
                var merge = ContentMerge.Merge(editing.Fields, after, before, present);
                if (merge.Conflicts is [var conflict, ..])
                {
                    left.Add($"“{title}” was changed since the import in what the import changed: {conflict.Field.Label}.");
                    continue;
                }
                before = merge.Content;
            }
            saves.Add(new BatchSave<T>(entry.Id, entry.Version, ContentJson.FromNode<T>(before), RevisionAction.RolledBack, $"“{title}”"));
        }
    }

    // Archived, and out of what it shares with others, so that these are as before. What it was is in its history.
    private JsonObject Withdrawn(JsonObject content)
    {
        foreach (var field in editing.Fields.Where(field => field is { RefersTo: not null, Shape: FieldShape.Items }))
            content[field.Name] = new JsonArray();
        content[EntryContent.ArchivedField.Name] = true;
        return content;
    }

    private sealed record Known(int Id, int Version, string Slug, string NameKey);

    private sealed class Comparison(
        IReadOnlyList<ImportRow> rows, IReadOnlyList<string> notices, IReadOnlyDictionary<int, BatchSave<T>> saves)
        : ImportComparison(rows, notices)
    {
        public IReadOnlyDictionary<int, BatchSave<T>> Saves => saves;
    }

    // The cells of a row until they are read, and what became of them.
    private sealed class Row(int number, TableColumn[] columns, string?[] cells)
    {
        private string?[] _cells = cells;

        public int Number => number;

        public IEnumerable<(TableColumn Column, string Text)> Filled =>
            _cells.Index().Where(cell => cell.Item is not null).Select(cell => (columns[cell.Index], cell.Item!));

        public List<ImportProblem> Problems { get; } = [];

        public string Slug { get; set; } = "";

        public string Name { get; set; } = "";

        /// <summary>The entry that the row is about; null where that is a new one.</summary>
        public Known? Present { get; set; }

        public bool IsByOtherName { get; set; }

        public bool IsBroughtBack { get; set; }

        public T? Content { get; set; }

        /// <summary>What new entries were given that the file does not say.</summary>
        public string? Given { get; set; }

        public ImportChange[] Changes { get; set; } = [];

        /// <summary>The addresses of entries of the same type that it names.</summary>
        public IReadOnlyList<string> Named { get; set; } = [];

        /// <summary>The items, by their list and place, that have a rank and do not say it.</summary>
        public List<(ContentField Field, IReadOnlyList<int> Places)> Unranked { get; } = [];

        public List<string> Notes { get; } = [];

        public bool IsSaved => Problems.Count == 0 && (Present is null || Changes.Length > 0);

        public void Forget() => _cells = [];

        public BatchSave<T> ToSave() =>
            new(Present?.Id ?? 0, Present?.Version ?? 0, Content!, Present is null ? RevisionAction.Created : RevisionAction.Edited,
                $"row {Number}");

        public ImportRow ToImportRow() => new(
            Number, Problems.Count > 0
                ? ImportRowState.Wrong
                : Present is null ? ImportRowState.New : Changes.Length > 0 ? ImportRowState.Changed : ImportRowState.Unchanged,
            Name.Length > 0 ? Name : Slug, Present?.Slug ?? Slug, Problems.Count > 0 ? [] : Changes, Problems)
        {
            Notes = Notes,
        };
    }
}
