using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing;

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
    public IReadOnlyDictionary<string, string> Asides { get; init; } = new Dictionary<string, string>();
}

/// <summary>A draft in a list.</summary>
public sealed record DraftLine(EntryType EntryType, int EntryId, DateTime SavedAt);

/// <summary>
/// Keeps what people type on the server, one draft for each person and entry, until it is saved or discarded. Drafts are
/// nobody else's business: they are no revision, change nothing that readers see, and ask only that the account may edit.
/// </summary>
public sealed class Drafts(WriteGate gate, IDbContextFactory<DirectoryDbContext> contexts, AccountRights rights, TimeProvider clock)
{
    /// <summary>Keeps a draft in place of the one before it, and says when (UTC); when it says that it was kept does not matter.</summary>
    /// <param name="kind">The kind of the entry.</param>
    /// <param name="actor">Who typed it.</param>
    /// <param name="typed">The draft.</param>
    /// <param name="last">When the one before it was kept, in UTC: what another tab has kept since stays in the draft. Null when it may go.</param>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    public async Task<DateTime> KeepAsync<T>(EntryKind<T> kind, Actor actor, KeptDraft<T> typed, DateTime? last = null) where T : EntryContent, new()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await gate.WriteAsync(async db =>
        {
            await rights.DemandAsync(db, actor, AccountRole.Editor);
            var draft = await Of(db, kind.Type, actor, typed.EntryId).SingleOrDefaultAsync();
            if (draft is not null && last is not null && draft.SavedAt != last)
                typed = DraftMerge.Of(kind, typed, Read<T>(draft));
            var (before, content) = (ContentJson.Write(typed.Base), ContentJson.Write(typed.Content));
            var asides = typed.Asides.Count == 0 ? null : ContentJson.Write(typed.Asides);
            if (draft is null)
            {
                db.Drafts.Add(new Draft
                {
                    AccountId = actor.AccountId, EntryType = kind.Type, EntryId = typed.EntryId, BaseVersion = typed.BaseVersion,
                    Base = before, Content = content, Note = typed.Note, Asides = asides, SavedAt = now,
                });
                return;
            }
            (draft.BaseVersion, draft.Base, draft.Content, draft.Note, draft.Asides, draft.SavedAt) = (typed.BaseVersion, before, content, typed.Note, asides, now);
        });
        return now;
    }

    /// <summary>What this person typed into this entry and has not saved, or null.</summary>
    public async Task<KeptDraft<T>?> FindAsync<T>(EntryKind<T> kind, Actor actor, int entryId) where T : EntryContent, new()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await Of(db, kind.Type, actor, entryId).AsNoTracking().SingleOrDefaultAsync() is { } draft ? Read<T>(draft) : null;
    }

    /// <summary>All that this person has not saved, latest first.</summary>
    public async Task<IReadOnlyList<DraftLine>> ListAsync(Actor actor)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Drafts.Where(d => d.AccountId == actor.AccountId)
            .OrderByDescending(d => d.SavedAt).Select(d => new DraftLine(d.EntryType, d.EntryId, d.SavedAt)).ToListAsync();
    }

    /// <summary>Throws away what this person typed into this entry, but for what was kept after <paramref name="last"/> (UTC).</summary>
    public Task DiscardAsync<T>(EntryKind<T> kind, Actor actor, int entryId, DateTime last) where T : EntryContent, new() =>
        gate.WriteAsync(async db => await Of(db, kind.Type, actor, entryId).Where(draft => draft.SavedAt <= last).ExecuteDeleteAsync());

    private static KeptDraft<T> Read<T>(Draft draft) where T : EntryContent, new() =>
        new(draft.EntryId, draft.BaseVersion, ContentJson.Read<T>(draft.Base), ContentJson.Read<T>(draft.Content), draft.Note, draft.SavedAt)
        {
            Asides = draft.Asides is null ? new Dictionary<string, string>() : ContentJson.Read<Dictionary<string, string>>(draft.Asides),
        };

    private static IQueryable<Draft> Of(DirectoryDbContext db, EntryType type, Actor actor, int entryId) =>
        db.Drafts.Where(d => d.AccountId == actor.AccountId && d.EntryType == type && d.EntryId == entryId);
}
