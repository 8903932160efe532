using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing.Drafts;

/// <summary>What somebody typed, as it was kept.</summary>
/// <param name="EntryId">The entry, or 0 for a new one.</param>
/// <param name="BaseVersion">The version of the entry from which the typing started; 0 for a new one.</param>
/// <param name="Base">The content of that version.</param>
/// <param name="Content">What is typed.</param>
/// <param name="Note">The note typed so far.</param>
/// <param name="SavedAt">When it was kept, in UTC.</param>
public sealed record KeptDraft<T>(int EntryId, int BaseVersion, T Base, T Content, string? Note, DateTime SavedAt)
{
    /// <summary>What is typed beside the content and is no part of it yet, by what it is.</summary>
    public IReadOnlyDictionary<string, string> PendingInput { get; init; } = new Dictionary<string, string>();

    /// <summary>The forms into which it was typed.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];
}

/// <summary>A draft in a list.</summary>
/// <param name="EntryType">What type of entry it is about.</param>
/// <param name="EntryId">The entry, or 0 for a new one.</param>
/// <param name="SavedAt">When it was kept, in UTC.</param>
/// <param name="Form">The form into which it was typed.</param>
/// <param name="Content">What is typed of a new entry, as JSON; empty for others.</param>
public sealed record DraftRow(EntryType EntryType, int EntryId, DateTime SavedAt, string Form, string Content);

/// <summary>
/// Keeps what people type on the server, one draft for each person, entry and form that is open, until it is saved or discarded.
/// Drafts are nobody else's business: they are no revision, change nothing that readers see, and ask only that the account may edit.
/// </summary>
public sealed class DraftStore(WriteGate gate, IDbContextFactory<DirectoryDbContext> contexts, AccountRights rights, TimeProvider clock)
{
    /// <summary>
    /// Keeps what is typed into one form in place of what was before, and says when (UTC); when it says that it was kept does not matter.
    /// </summary>
    /// <param name="editing">How entries of its type are edited.</param>
    /// <param name="actor">Who typed it.</param>
    /// <param name="typed">The draft.</param>
    /// <param name="form">The form.</param>
    /// <param name="instead">A draft that this one goes on from, and that is not kept by itself any longer.</param>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<DateTime> KeepAsync<T>(EntryEditing<T> editing, Actor actor, KeptDraft<T> typed, string form = "",
        KeptDraft<T>? instead = null) where T : EntryContent, new()
    {
        var now = clock.GetStoredNow();
        await gate.WriteAsync(async db =>
        {
            await rights.DemandAsync(db, actor, AccountRole.Editor);
            // What was kept later has the later time, also after the clock was set back: only so is it known what was kept since.
            var last = await DraftsOf(db, editing.Type, actor, typed.EntryId).MaxAsync(draft => (DateTime?)draft.SavedAt);
            now = last >= now ? last.Value.AddMicroseconds(1) : now;
            if (instead is not null)
                await DraftsOf(db, editing.Type, actor, instead).ExecuteDeleteAsync();
            var draft = await DraftsOf(db, editing.Type, actor, typed.EntryId).SingleOrDefaultAsync(d => d.Form == form);
            var (before, content) = (ContentJson.Write(typed.Base), ContentJson.Write(typed.Content));
            var pending = typed.PendingInput.Count == 0 ? null : ContentJson.Write(typed.PendingInput);
            if (draft is null)
                db.Drafts.Add(
                    draft = new Draft { AccountId = actor.AccountId, EntryType = editing.Type, EntryId = typed.EntryId, Form = form });
            draft.Keep(typed.BaseVersion, before, content, typed.Note, pending, now);
        });
        return now;
    }

    /// <summary>
    /// What this person typed into this entry and has not saved, or null: what was typed into several forms, as one draft. Of
    /// new entries, of which there can be several at once, what was typed into one form, or else the latest.
    /// </summary>
    public async Task<KeptDraft<T>?> FindAsync<T>(EntryEditing<T> editing, Actor actor, int entryId, string? form = null)
        where T : EntryContent, new()
    {
        await using var db = await contexts.CreateDbContextAsync();
        var kept = (await DraftsOf(db, editing.Type, actor, entryId).AsNoTracking().OrderByDescending(draft => draft.SavedAt).ToListAsync())
            .ConvertAll(Read<T>);
        return kept.Count == 0 ? null
            : entryId == 0 ? kept.Find(draft => draft.Forms.Contains(form)) ?? kept[0]
            : kept.Aggregate((later, earlier) => DraftMerge.Merge(editing, later, earlier));
    }

    /// <summary>All that this person has not saved, latest first: each entry once, and each new one.</summary>
    public async Task<IReadOnlyList<DraftRow>> ListAsync(Actor actor)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var rows = await db.Drafts.Where(d => d.AccountId == actor.AccountId)
            .OrderByDescending(d => d.SavedAt)
            .Select(d => new DraftRow(d.EntryType, d.EntryId, d.SavedAt, d.Form, d.EntryId == 0 ? d.Content : "")).ToListAsync();
        return [.. rows.Where(row => row.EntryId == 0)
            .Concat(rows.Where(row => row.EntryId != 0).DistinctBy(row => (row.EntryType, row.EntryId)))
            .OrderByDescending(row => row.SavedAt)];
    }

    /// <summary>Discards a draft, except what was kept since it was found.</summary>
    public Task DiscardAsync<T>(EntryEditing<T> editing, Actor actor, KeptDraft<T> found) where T : EntryContent, new() =>
        gate.WriteAsync(async db => await DraftsOf(db, editing.Type, actor, found).ExecuteDeleteAsync());

    /// <summary>Discards what this person typed into one form.</summary>
    public Task DiscardAsync<T>(EntryEditing<T> editing, Actor actor, int entryId, string form) where T : EntryContent, new() =>
        gate.WriteAsync(
            async db => await DraftsOf(db, editing.Type, actor, entryId).Where(draft => draft.Form == form).ExecuteDeleteAsync());

    private static KeptDraft<T> Read<T>(Draft draft) where T : EntryContent, new() =>
        new(draft.EntryId, draft.BaseVersion, ContentJson.Read<T>(draft.Base), ContentJson.Read<T>(draft.Content), draft.Note,
            draft.SavedAt)
        {
            PendingInput = draft.PendingInput is null
                ? new Dictionary<string, string>()
                : ContentJson.Read<Dictionary<string, string>>(draft.PendingInput),
            Forms = [draft.Form],
        };

    private static IQueryable<Draft> DraftsOf<T>(DirectoryDbContext db, EntryType type, Actor actor, KeptDraft<T> found) =>
        DraftsOf(db, type, actor, found.EntryId).Where(draft => found.Forms.Contains(draft.Form) && draft.SavedAt <= found.SavedAt);

    private static IQueryable<Draft> DraftsOf(DirectoryDbContext db, EntryType type, Actor actor, int entryId) =>
        db.Drafts.Where(d => d.AccountId == actor.AccountId && d.EntryType == type && d.EntryId == entryId);
}
