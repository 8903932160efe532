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

    /// <summary>The fields, in the order in which they are shown.</summary>
    public abstract IReadOnlyList<ContentField> Fields { get; }

    /// <summary>Saves an entry with another text in one of its fields, within a write that has more to do.</summary>
    /// <returns>What has to be mended first; empty when it is saved.</returns>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    /// <exception cref="DirectoryRuleException">Somebody saved the entry in between.</exception>
    internal abstract Task<IReadOnlyList<FieldProblem>> SaveFieldAsync(EntryStore store, DirectoryDbContext db, Actor actor, FieldSave save);

    /// <summary>The whole content of an entry of this type, as a revision keeps it.</summary>
    public abstract string SnapshotOf(Entry entry);

    /// <summary>What an entry is called in a content of this type, as a revision or a draft keeps it.</summary>
    public abstract string TitleOf(string snapshot);

    /// <summary>Archives an entry, or brings it back, within a write that has more to do.</summary>
    /// <returns>What is in the way; null when it is done.</returns>
    internal abstract Task<string?> SetArchivedAsync(EntryStore store, DirectoryDbContext db, Actor actor, int id, bool isArchived, string note);

    /// <summary>The key of the entry with this slug, whether archived or not; former slugs count. Null when there is none.</summary>
    public async Task<int?> FindAsync(DirectoryDbContext db, string slug) =>
        await Rows(db).Where(row => row.Slug == slug).Select(row => (int?)row.Id).FirstOrDefaultAsync()
        ?? await db.FormerSlugs.Where(former => former.EntryType == Type && former.Slug == slug).Select(former => (int?)former.EntryId).FirstOrDefaultAsync();
}

/// <summary>How entries of one type are read for editing, checked and changed.</summary>
/// <typeparam name="T">The content: everything about an entry that an editor can change, and the form's model.</typeparam>
public abstract class EntryEditing<T> : EntryEditing where T : EntryContent, new()
{
    /// <summary>The content of an entry that <see cref="EntryEditing.LoadAsync"/> gave.</summary>
    public abstract T Read(Entry entry);

    /// <inheritdoc />
    internal sealed override async Task<IReadOnlyList<FieldProblem>> SaveFieldAsync(EntryStore store, DirectoryDbContext db, Actor actor, FieldSave save)
    {
        var entry = await LoadAsync(db, save.EntryId) ?? throw new DirectoryRuleException($"This {Noun} is not there any more.");
        var values = ContentJson.ToNode(Read(entry));
        values[save.Field] = save.Text;
        var outcome = await store.SaveAsync(this, db, actor, new EntrySave<T>(save.EntryId, save.BaseVersion, ContentJson.FromNode<T>(values), save.Note));
        return outcome.Newer is null
            ? outcome.Problems
            : throw new DirectoryRuleException($"Somebody changed this {Noun} meanwhile: compare again, then decide.");
    }

    /// <inheritdoc />
    public sealed override string SnapshotOf(Entry entry) => ContentJson.Write(Read(entry));

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

    /// <summary>Keys of the departments whose words for search the entry has a part in.</summary>
    public abstract Task<IReadOnlyCollection<int>> DepartmentsAsync(DirectoryDbContext db, Entry entry);
}
