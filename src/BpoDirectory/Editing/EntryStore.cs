using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Editing.Drafts;
using BpoDirectory.Editing.Revisions;
using BpoDirectory.Search.Storage;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing;

/// <summary>An entry as it is now, for somebody to change.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Version">Its version.</param>
/// <param name="UpdatedAt">When that version was saved, in UTC.</param>
/// <param name="Content">What can be changed.</param>
public sealed record OpenEntry<T>(int Id, int Version, DateTime UpdatedAt, T Content);

/// <summary>A save that somebody asks for.</summary>
/// <param name="Id">The entry, or 0 for a new one.</param>
/// <param name="BaseVersion">The version that the content was made from; 0 for a new one.</param>
/// <param name="Content">What the entry is to be.</param>
/// <param name="Note">What changed and why, where the editor says so.</param>
public sealed record EntrySave<T>(int Id, int BaseVersion, T Content, string? Note = null)
{
    /// <summary>
    /// What the revision is called; null when somebody saves what they typed, which is then a draft no longer. Other saves
    /// leave drafts as they are.
    /// </summary>
    public RevisionAction? Action { get; init; }

    /// <summary>The forms whose drafts the save ends: what was typed into others outlives it.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];
}

/// <summary>What came of a save: exactly one of the three.</summary>
/// <param name="Saved">The entry as saved, or as it is where nothing was to be changed.</param>
/// <param name="Newer">The entry as somebody else saved it in between; nothing was changed.</param>
/// <param name="Problems">What has to be fixed first; nothing was changed.</param>
public sealed record SaveOutcome<T>(OpenEntry<T>? Saved, OpenEntry<T>? Newer, IReadOnlyList<FieldProblem> Problems);

/// <summary>
/// Opens and saves entries of every kind. A save is one transaction: the right is checked, the rules, and that nobody else
/// saved in between; then the entry, its revision, its words for search and the audit entry are written, or nothing. What would
/// change nothing and says nothing makes no version: the entry as it is is what was asked for.
/// </summary>
public sealed class EntryStore(
    WriteGate gate, IDbContextFactory<DirectoryDbContext> contexts, AccountRights rights, AuditTrail audit, ContentNames names,
    SharedChanges shared, DirectoryMetrics metrics, TimeProvider clock)
{
    /// <summary>The entry with this slug, archived or not; former slugs count. Null when there is none.</summary>
    public async Task<OpenEntry<T>?> OpenAsync<T>(EntryEditing<T> editing, string slug) where T : EntryContent, new()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await OpenAsync(editing, db, slug);
    }

    /// <summary>The same, within a write.</summary>
    public async Task<OpenEntry<T>?> OpenAsync<T>(EntryEditing<T> editing, DirectoryDbContext db, string slug)
        where T : EntryContent, new() =>
        await editing.FindAsync(db, slug) is { } id ? await OpenAsync(editing, db, id) : null;

    /// <summary>The entry with this key, archived or not, or null.</summary>
    public async Task<OpenEntry<T>?> OpenAsync<T>(EntryEditing<T> editing, int id) where T : EntryContent, new()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await OpenAsync(editing, db, id);
    }

    /// <summary>A content to start a new entry from, after another; null when there is no such entry.</summary>
    public async Task<T?> CopyAsync<T>(EntryEditing<T> editing, string slug) where T : EntryContent, new()
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (await OpenAsync(editing, db, slug) is not { } original)
            return null;
        var copy = ContentJson.Copy(original.Content);
        copy.ClearIdentity();
        await editing.AssignRanksAsync(db, copy);
        return copy;
    }

    /// <summary>Everything that prevents saving the content now.</summary>
    public async Task<IReadOnlyList<FieldProblem>> CheckAsync<T>(EntryEditing<T> editing, int id, T content) where T : EntryContent, new()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return (await CheckAsync(editing, db, id, content)).Problems;
    }

    /// <summary>
    /// What a save would be refused for now, found without keeping anybody from writing; null when nothing is in its way.
    /// </summary>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<SaveOutcome<T>?> FindRefusalAsync<T>(EntryEditing<T> editing, Actor actor, EntrySave<T> save)
        where T : EntryContent, new()
    {
        await using var db = await contexts.CreateDbContextAsync();
        await rights.DemandAsync(db, actor, AccountRole.Editor);
        return (await PrepareAsync(editing, db, save)).Refusal;
    }

    /// <summary>Saves what somebody made of an entry, unless it breaks a rule or somebody else saved it in between.</summary>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<SaveOutcome<T>> SaveAsync<T>(EntryEditing<T> editing, Actor actor, EntrySave<T> save) where T : EntryContent, new()
    {
        var outcome = await FindRefusalAsync(editing, actor, save);
        if (outcome is null)
            await gate.WriteAsync(async db => outcome = await SaveAsync(editing, db, actor, save));
        if (outcome!.Newer is not null)
            metrics.CountConflict(editing.Type);
        return outcome;
    }

    /// <summary>The same, within a write that has more to do: nothing is committed here.</summary>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<SaveOutcome<T>> SaveAsync<T>(EntryEditing<T> editing, DirectoryDbContext db, Actor actor, EntrySave<T> save)
        where T : EntryContent, new()
    {
        await rights.DemandAsync(db, actor, AccountRole.Editor);
        var (entry, content, refusal) = await PrepareAsync(editing, db, save);
        if (refusal is not null)
            return refusal;

        var before = entry is null ? [] : await editing.DepartmentsAsync(db, entry);
        if (entry is null)
        {
            entry = await editing.CreateAsync(db, content);
            entry.Touch(Now);
        }
        else
        {
            var present = Open(editing, entry);
            var snapshot = ContentJson.Write(present.Content);
            await editing.ApplyAsync(db, entry, content);
            // New links are known at both ends only then.
            db.ChangeTracker.DetectChanges();
            if (editing.SnapshotOf(entry) == snapshot && !SaysSomething(save))
            {
                await EndDraftsAsync(db, editing.Type, actor, save);
                return new SaveOutcome<T>(present, null, []);
            }
            await RevisionWriter.KeepFirstAsync(db, editing.Type, present.Id, present.Version, present.UpdatedAt, snapshot);
            entry.Touch(Now);
        }
        var sharing = await shared.FindAsync(db, editing.Type, entry);
        await db.SaveChangesAsync();

        var saved = Open(editing, entry);
        var action = save.Action ?? (save.Id == 0 ? RevisionAction.Created : RevisionAction.Edited);
        db.Revisions.Add(
            RevisionWriter.Create(
                editing.Type, saved.Id, saved.Version, saved.UpdatedAt, actor, action, save.Note, ContentJson.Write(saved.Content)));
        var others = await SharedChanges.RecordAsync(
            db, sharing, actor, $"With the {editing.Noun} “{saved.Content.Title}”", saved.UpdatedAt);
        audit.Add(db, AuditKindOf(action), $"{editing.Noun} {saved.Content.Title}", $"version {saved.Version}", actor);
        if (save.Action is { } done)
            await NoteDraftStore.DropAsync(db, actor, new Intent(editing.Type, saved.Id, done));
        await EndDraftsAsync(db, editing.Type, actor, save);
        await SearchIndex.UpdateAsync(
            db, [.. before.Union(await editing.DepartmentsAsync(db, entry)).Union(others)], CancellationToken.None);
        return new SaveOutcome<T>(saved, null, []);
    }

    private async Task<(Entry? Entry, T Content, SaveOutcome<T>? Refusal)> PrepareAsync<T>(
        EntryEditing<T> editing, DirectoryDbContext db, EntrySave<T> save)
        where T : EntryContent, new()
    {
        var entry = save.Id == 0
            ? null
            : await editing.LoadAsync(db, save.Id) ?? throw new ArgumentException($"There is no {editing.Noun} {save.Id}.", nameof(save));
        if (entry is not null && entry.Version != save.BaseVersion)
            return (entry, save.Content, new SaveOutcome<T>(null, Open(editing, entry), []));
        var (content, problems) = await CheckAsync(editing, db, save.Id, save.Content);
        problems = [.. CheckNote(save.Note), .. problems];
        return (entry, content, problems.Count > 0 ? new SaveOutcome<T>(null, null, problems) : null);
    }

    // What is too long is looked into no further.
    private async Task<(T Content, IReadOnlyList<FieldProblem> Problems)> CheckAsync<T>(
        EntryEditing<T> editing, DirectoryDbContext db, int id, T content)
        where T : EntryContent, new()
    {
        if (editing.Validator.CheckLengths(content) is { Count: > 0 } tooLong)
            return (content, tooLong);
        var present = await names.AtPresentAsync(db, editing, content);
        return (present, await editing.Validator.CheckAsync(db, id, present));
    }

    // A note alone is worth a version, such as that somebody has checked the entry; not one on what is done already.
    private static bool SaysSomething<T>(EntrySave<T> save) where T : EntryContent, new() =>
        save.Action is not (RevisionAction.Archived or RevisionAction.Restored) && !string.IsNullOrWhiteSpace(save.Note);

    private static async Task EndDraftsAsync<T>(DirectoryDbContext db, EntryType type, Actor actor, EntrySave<T> save)
    {
        if (save.Action is null)
            await db.Drafts.Where(d => d.AccountId == actor.AccountId && d.EntryType == type && d.EntryId == save.Id
                && save.Forms.Contains(d.Form)).ExecuteDeleteAsync();
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static async Task<OpenEntry<T>?> OpenAsync<T>(EntryEditing<T> editing, DirectoryDbContext db, int id)
        where T : EntryContent, new() =>
        await editing.LoadAsync(db, id) is { } entry ? Open(editing, entry) : null;

    private static OpenEntry<T> Open<T>(EntryEditing<T> editing, Entry entry) where T : EntryContent, new() =>
        new(entry.Id, entry.Version, entry.UpdatedAt, editing.Read(entry));

    private static IReadOnlyList<FieldProblem> CheckNote(string? note) =>
        Rules.CheckOptional(note, "the note", Rules.SentenceLength) is { } message ? [new FieldProblem("note", message)] : [];

    private static AuditKind AuditKindOf(RevisionAction action) => action switch
    {
        RevisionAction.Created => AuditKind.Created,
        RevisionAction.Archived => AuditKind.Archived,
        RevisionAction.Restored => AuditKind.Restored,
        RevisionAction.RolledBack => AuditKind.RolledBack,
        _ => AuditKind.Edited,
    };
}
