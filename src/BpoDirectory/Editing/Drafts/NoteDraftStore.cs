using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing.Drafts;

/// <summary>Something that somebody is about to do with an entry, and may write a note on.</summary>
/// <param name="EntryType">What kind of entry it is.</param>
/// <param name="EntryId">The entry.</param>
/// <param name="Action">What is to be done.</param>
public sealed record Intent(EntryType EntryType, int EntryId, RevisionAction Action);

/// <summary>A note on something not done yet, as it was kept.</summary>
/// <param name="Text">The note.</param>
/// <param name="SavedAt">When it was kept, in UTC.</param>
public sealed record KeptNote(string Text, DateTime SavedAt);

/// <summary>
/// Keeps the notes that people type on what they are about to do, one for each person and intent, until it is done. Like
/// <see cref="DraftStore"/>, they are nobody else's business.
/// </summary>
public sealed class NoteDraftStore(WriteGate gate, IDbContextFactory<DirectoryDbContext> contexts, AccountRights rights, TimeProvider clock)
{
    /// <summary>Keeps a note in place of the one before it, or none any more where it is empty.</summary>
    /// <param name="actor">Who typed it.</param>
    /// <param name="intent">What it is on.</param>
    /// <param name="text">The note.</param>
    /// <param name="last">When the one was kept that it goes on from, in UTC; null when there was none.</param>
    /// <returns>
    /// When it was kept, in UTC, or null when there is nothing to keep; and the note that it replaces where another tab has
    /// kept one in the meantime.
    /// </returns>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<(DateTime? SavedAt, string? Replaced)> KeepAsync(Actor actor, Intent intent, string text, DateTime? last = null)
    {
        var now = clock.GetStoredNow();
        string? replaced = null;
        await gate.WriteAsync(async db =>
        {
            await rights.DemandAsync(db, actor, AccountRole.Editor);
            if (await IsSaidAsync(db, actor, intent, text))
                text = "";
            var kept = await NotesOf(db, actor, intent).SingleOrDefaultAsync();
            replaced = kept is not null && kept.SavedAt != last && kept.Text != text ? kept.Text : null;
            if (text.Length == 0)
            {
                if (kept is not null)
                    db.Remove(kept);
                return;
            }
            if (kept is null)
                db.NoteDrafts.Add(kept = new NoteDraft
                {
                    AccountId = actor.AccountId, EntryType = intent.EntryType, EntryId = intent.EntryId, Action = intent.Action,
                });
            kept.Keep(text, now);
        });
        return (text.Length == 0 ? null : now, replaced);
    }

    /// <summary>The note that this person has typed, or null.</summary>
    public async Task<KeptNote?> FindAsync(Actor actor, Intent intent)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await NotesOf(db, actor, intent).Select(note => new KeptNote(note.Text, note.SavedAt)).SingleOrDefaultAsync();
    }

    /// <summary>What this person has typed notes on, each with the time when it was kept (UTC).</summary>
    public async Task<IReadOnlyList<(Intent Intent, DateTime SavedAt)>> ListAsync(Actor actor)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var notes = await db.NoteDrafts.AsNoTracking().Where(note => note.AccountId == actor.AccountId).ToListAsync();
        return [.. notes.Select(note => (new Intent(note.EntryType, note.EntryId, note.Action), note.SavedAt))];
    }

    /// <summary>Keeps no note any more on what is done, within the write that does it.</summary>
    internal static Task DropAsync(DirectoryDbContext db, Actor actor, Intent done) => NotesOf(db, actor, done).ExecuteDeleteAsync();

    // What arrives late, when the note was sent already, is no draft any longer.
    private static Task<bool> IsSaidAsync(DirectoryDbContext db, Actor actor, Intent intent, string text) => db.Revisions
        .Where(revision => revision.EntryType == intent.EntryType && revision.EntryId == intent.EntryId)
        .OrderByDescending(revision => revision.Number).Take(1)
        .AnyAsync(revision => revision.Action == intent.Action && revision.AccountId == actor.AccountId && revision.Note == text.Trim());

    private static IQueryable<NoteDraft> NotesOf(DirectoryDbContext db, Actor actor, Intent intent) => db.NoteDrafts.Where(note =>
        note.AccountId == actor.AccountId && note.EntryType == intent.EntryType && note.EntryId == intent.EntryId
            && note.Action == intent.Action);
}
