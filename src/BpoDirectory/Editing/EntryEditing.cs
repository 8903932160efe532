using System.Text.Json.Nodes;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing;

/// <summary>Another text for one field of an entry.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="BaseVersion">The version that the text was made from.</param>
/// <param name="Field">The field, as the content names it.</param>
/// <param name="Text">How it is to read.</param>
/// <param name="Note">What changed and why.</param>
internal sealed record FieldSave(int EntryId, int BaseVersion, string Field, string Text, string? Note);

/// <summary>How entries of one type are edited, whatever can be changed in them.</summary>
public abstract class EntryEditing
{
    /// <summary>The type of the entries.</summary>
    public abstract EntryType Type { get; }

    /// <summary>What editors call an entry of this type, such as “department”.</summary>
    public abstract string Noun { get; }

    /// <summary>One of them, in words: “an outsourcing type”.</summary>
    public string One => $"{("aeiou".Contains(Noun[0], StringComparison.Ordinal) ? "an" : "a")} {Noun}";

    /// <summary>What editors call several of them.</summary>
    public virtual string Plural => Noun + "s";

    /// <summary>All entries of the type, archived or not, in no order.</summary>
    public abstract IQueryable<EntryRow> Rows(DirectoryDbContext db);

    /// <summary>Where readers meet an entry of this type, as the end of a sentence: “the guide and its contents”.</summary>
    public abstract string ShownIn { get; }

    /// <summary>The other entries that an entry has to do with: in which way, of what type, and their keys.</summary>
    public abstract IEnumerable<(string Label, EntryType Type, IQueryable<int> Ids)> Uses(DirectoryDbContext db, int id);

    /// <summary>The entry with everything its content shows, tracked by <paramref name="db"/>; null when there is none.</summary>
    public abstract Task<Entry?> LoadAsync(DirectoryDbContext db, int id);

    /// <summary>The same for several entries, in any order.</summary>
    public virtual async Task<IReadOnlyList<Entry>> LoadAllAsync(DirectoryDbContext db, IReadOnlyCollection<int> ids)
    {
        var entries = new List<Entry>();
        foreach (var id in ids)
            if (await LoadAsync(db, id) is { } entry)
                entries.Add(entry);
        return entries;
    }

    /// <summary>The fields, in the order in which they are shown.</summary>
    public abstract IReadOnlyList<ContentField> Fields { get; }

    /// <summary>Saves an entry with another text in one of its fields, within a write that has more to do.</summary>
    /// <returns>What has to be mended first; empty when it is saved.</returns>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    /// <exception cref="DirectoryRuleException">Somebody saved the entry in between.</exception>
    internal abstract Task<IReadOnlyList<FieldProblem>> SaveFieldAsync(
        EntryStore store, DirectoryDbContext db, Actor actor, FieldSave save);

    /// <summary>The whole content of an entry of this type, as a revision keeps it.</summary>
    public abstract string SnapshotOf(Entry entry);

    /// <summary>
    /// The whole contents of several entries, as revisions keep them, in the order of the keys given; each is one of an entry.
    /// </summary>
    public abstract Task<IReadOnlyList<string>> SnapshotsAsync(DirectoryDbContext db, IReadOnlyList<int> ids);

    /// <summary>The type of the contents.</summary>
    public abstract Type ContentType { get; }

    /// <summary>A content of this type, with all of its fields and nothing else.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is none of this type.</exception>
    internal abstract JsonObject Complete(JsonObject content);

    /// <summary>All that prevents saving a content; empty when nothing does.</summary>
    internal abstract Task<IReadOnlyList<FieldProblem>> CheckAsync(DirectoryDbContext db, int id, JsonObject content);

    /// <summary>A new entry, added to <paramref name="db"/>, of a content without problems.</summary>
    internal abstract Task<Entry> CreateAsync(DirectoryDbContext db, JsonObject content);

    /// <summary>Makes the entry what a content without problems says.</summary>
    internal abstract Task ApplyAsync(DirectoryDbContext db, Entry entry, JsonObject content);

    /// <summary>Keys of the departments whose words for search the entry has a part in.</summary>
    public abstract Task<IReadOnlyCollection<int>> DepartmentsAsync(DirectoryDbContext db, Entry entry);

    /// <summary>What an entry is called in a content of this type, as a revision or a draft keeps it.</summary>
    public abstract string TitleOf(string snapshot);

    /// <summary>Archives an entry, or brings it back, within a write that has more to do.</summary>
    /// <returns>What is in the way; null when it is done.</returns>
    internal abstract Task<string?> SetArchivedAsync(
        EntryStore store, DirectoryDbContext db, Actor actor, int id, bool isArchived, string note);

    /// <summary>The key of the entry with this slug, whether archived or not; former slugs count. Null when there is none.</summary>
    public async Task<int?> FindAsync(DirectoryDbContext db, string slug) =>
        await Rows(db).Where(row => row.Slug == slug).Select(row => (int?)row.Id).FirstOrDefaultAsync()
        ?? await db.FormerSlugs.Where(former => former.EntryType == Type && former.Slug == slug).Select(former => (int?)former.EntryId)
            .FirstOrDefaultAsync();
}

/// <summary>How entries of one type are read for editing, checked and changed.</summary>
/// <typeparam name="T">The content: everything about an entry that an editor can change, and the form's model.</typeparam>
public abstract class EntryEditing<T> : EntryEditing where T : EntryContent, new()
{
    /// <summary>The content of an entry that <see cref="EntryEditing.LoadAsync"/> gave.</summary>
    public abstract T Read(Entry entry);

    /// <inheritdoc />
    internal sealed override async Task<IReadOnlyList<FieldProblem>> SaveFieldAsync(
        EntryStore store, DirectoryDbContext db, Actor actor, FieldSave save)
    {
        var entry = await LoadAsync(db, save.EntryId) ?? throw new DirectoryRuleException($"This {Noun} is not there any more.");
        var values = ContentJson.ToNode(Read(entry));
        values[save.Field] = save.Text;
        var outcome =
            await store.SaveAsync(
                this, db, actor, new EntrySave<T>(save.EntryId, save.BaseVersion, ContentJson.FromNode<T>(values), save.Note));
        return outcome.Newer is null
            ? outcome.Problems
            : throw new DirectoryRuleException($"Somebody changed this {Noun} meanwhile: compare again, then decide.");
    }

    /// <inheritdoc />
    public sealed override string SnapshotOf(Entry entry) => ContentJson.Write(Read(entry));

    /// <summary>The contents of several entries, in the order of the keys given.</summary>
    public virtual async Task<IReadOnlyList<T>> ReadManyAsync(DirectoryDbContext db, IReadOnlyList<int> ids)
    {
        var entries = (await LoadAllAsync(db, [.. ids])).ToDictionary(entry => entry.Id);
        return [.. ids.Select(id => Read(entries[id]))];
    }

    /// <inheritdoc />
    public sealed override async Task<IReadOnlyList<string>> SnapshotsAsync(DirectoryDbContext db, IReadOnlyList<int> ids) =>
        [.. (await ReadManyAsync(db, ids)).Select(ContentJson.Write)];

    /// <inheritdoc />
    public sealed override Type ContentType => typeof(T);

    /// <inheritdoc />
    internal sealed override JsonObject Complete(JsonObject content) => ContentJson.ToNode(ContentJson.FromForeignNode<T>(content));

    /// <inheritdoc />
    internal sealed override Task<IReadOnlyList<FieldProblem>> CheckAsync(DirectoryDbContext db, int id, JsonObject content) =>
        Validator.CheckAsync(db, id, ContentJson.FromNode<T>(content));

    /// <inheritdoc />
    internal sealed override Task<Entry> CreateAsync(DirectoryDbContext db, JsonObject content) =>
        CreateAsync(db, ContentJson.FromNode<T>(content));

    /// <inheritdoc />
    internal sealed override Task ApplyAsync(DirectoryDbContext db, Entry entry, JsonObject content) =>
        ApplyAsync(db, entry, ContentJson.FromNode<T>(content));

    /// <inheritdoc />
    public sealed override string TitleOf(string snapshot) => ContentJson.Read<T>(snapshot).Title;

    internal sealed override async Task<string?> SetArchivedAsync(
        EntryStore store, DirectoryDbContext db, Actor actor, int id, bool isArchived, string note)
    {
        var entry = (await LoadAsync(db, id))!;
        var content = Read(entry);
        if (isArchived)
            content.Archived = true;
        else
            content.Restore();
        var action = isArchived ? RevisionAction.Archived : RevisionAction.Restored;
        var outcome = await store.SaveAsync(this, db, actor, new EntrySave<T>(id, entry.Version, content, note) { Action = action });
        return outcome.Problems is [var first, ..] ? first.Message : null;
    }

    /// <summary>What a content must keep to before it is saved.</summary>
    public abstract ContentValidator<T> Validator { get; }

    /// <summary>Gives a copy that a new entry starts from the next ranks among others, where it has any.</summary>
    public virtual Task AssignRanksAsync(DirectoryDbContext db, T copy) => Task.CompletedTask;

    /// <summary>A new entry, added to <paramref name="db"/>, of a content without problems.</summary>
    public abstract Task<Entry> CreateAsync(DirectoryDbContext db, T content);

    /// <summary>Makes the entry what a content without problems says.</summary>
    public abstract Task ApplyAsync(DirectoryDbContext db, Entry entry, T content);

    /// <summary>Creates and changes several entries, each as its content says; null stands for a new one.</summary>
    /// <param name="db">The write.</param>
    /// <param name="contents">What the entries are to be.</param>
    /// <param name="ranks">Where ranks among the owners of functions are noted, to be settled later; null settles them at once.</param>
    /// <returns>The entries in the order of the contents.</returns>
    public virtual async Task<IReadOnlyList<Entry>> ApplyAllAsync(
        DirectoryDbContext db, IReadOnlyList<(Entry? Entry, T Content)> contents, OwnerRanks? ranks = null)
    {
        var entries = new List<Entry>();
        foreach (var (entry, content) in contents)
        {
            if (entry is not null)
                await ApplyAsync(db, entry, content);
            entries.Add(entry ?? await CreateAsync(db, content));
        }
        return entries;
    }

    /// <summary>Keys of the departments whose words for search any of several entries has a part in.</summary>
    public virtual async Task<IReadOnlyCollection<int>> DepartmentsAsync(DirectoryDbContext db, IReadOnlyCollection<int> ids)
    {
        var departments = new HashSet<int>();
        foreach (var entry in await LoadAllAsync(db, ids))
            departments.UnionWith(await DepartmentsAsync(db, entry));
        return departments;
    }
}
