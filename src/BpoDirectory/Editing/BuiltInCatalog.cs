using BpoDirectory.Accounts;
using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing;

/// <summary>How many entries of the built-in catalog there are.</summary>
/// <param name="InUse">Those that readers see.</param>
/// <param name="Archived">Those that <see cref="BuiltInCatalog.ArchiveAsync"/> archived and nobody has changed since.</param>
public sealed record BuiltInCatalogState(int InUse, int Archived);

/// <summary>
/// The built-in catalog as a whole: for an organisation that begins with an empty directory. What it holds is archived in one
/// transaction, each entry with a revision of its own, and all of it can be brought back in another.
/// </summary>
public sealed class BuiltInCatalog(
    IEnumerable<EntryEditing> editings, IDbContextFactory<DirectoryDbContext> contexts, WriteGate gate, EntryStore store,
    AccountRights rights, AuditTrail audit)
{
    /// <summary>The note of the revisions that archive it, by which they are found again. It is stored: do not change it.</summary>
    public const string Note = "Archived with the built-in catalog";

    private const string RestoredNote = "Brought back with the built-in catalog";

    private const string Subject = "the built-in catalog";

    // Departments are archived first, so that search has nothing to do for what else is archived.
    private static readonly EntryType[] Types =
        [EntryType.Department, EntryType.Function, EntryType.ServiceLine, EntryType.OutsourcingType, EntryType.GuideArticle];

    /// <summary>How much of it is in use, and how much can be brought back.</summary>
    public async Task<BuiltInCatalogState> CountAsync(CancellationToken cancellation = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (inUse, archived) = (0, 0);
        foreach (var type in Types)
        {
            inUse += await InUse(db, type).CountAsync(cancellation);
            archived += await ArchivedTogether(db, type).CountAsync(cancellation);
        }
        return new BuiltInCatalogState(inUse, archived);
    }

    /// <summary>Archives every entry of it that is in use, or none. It takes seconds, in which nobody else can save.</summary>
    /// <param name="actor">Who archives it.</param>
    /// <returns>How many were archived.</returns>
    /// <exception cref="NotAllowedException">The actor is no administrator any more.</exception>
    /// <exception cref="DirectoryRuleException">A rule is in the way of an entry; nothing was changed.</exception>
    /// <exception cref="NotKeptException">The database cannot be written at present.</exception>
    public Task<int> ArchiveAsync(Actor actor) => ChangeAsync(actor, Types, InUse, isArchived: true, Note);

    /// <summary>
    /// Brings back what <see cref="ArchiveAsync"/> archived, all of it or nothing; what was changed since stays as it is.
    /// </summary>
    /// <param name="actor">Who brings it back.</param>
    /// <returns>How many were brought back.</returns>
    /// <exception cref="NotAllowedException">The actor is no administrator any more.</exception>
    /// <exception cref="DirectoryRuleException">A rule is in the way of an entry; nothing was changed.</exception>
    /// <exception cref="NotKeptException">The database cannot be written at present.</exception>
    public Task<int> RestoreAsync(Actor actor) =>
        ChangeAsync(actor, [.. Types.Reverse()], ArchivedTogether, isArchived: false, RestoredNote);

    private async Task<int> ChangeAsync(
        Actor actor, EntryType[] types, Func<DirectoryDbContext, EntryType, IQueryable<EntryRow>> rows, bool isArchived, string note)
    {
        var count = 0;
        await gate.WriteAsync(async db =>
        {
            await rights.DemandAsync(db, actor, AccountRole.Administrator);
            foreach (var type in types)
                foreach (var row in await rows(db, type).OrderBy(row => row.NameKey).Select(row => new { row.Id, row.Name }).ToListAsync())
                {
                    if (await EditingOf(type).SetArchivedAsync(store, db, actor, row.Id, isArchived, note) is { } problem)
                        throw new DirectoryRuleException($"Nothing was changed, because of “{row.Name}”: {problem}");
                    await db.SaveChangesAsync();
                    // Each entry brings what it is joined to; looking through all of it again and again would take most of the time.
                    db.ChangeTracker.Clear();
                    count++;
                }
            if (count > 0)
                audit.Add(db, isArchived ? AuditKind.Archived : AuditKind.Restored, Subject, $"{count} entries", actor);
        });
        return count;
    }

    // What somebody made here has a revision that says so.
    private IQueryable<EntryRow> InUse(DirectoryDbContext db, EntryType type) => EditingOf(type).Rows(db).Where(row =>
        !row.IsArchived && !db.Revisions.Any(r => r.EntryType == type && r.EntryId == row.Id && r.Action == RevisionAction.Created));

    private IQueryable<EntryRow> ArchivedTogether(DirectoryDbContext db, EntryType type) => EditingOf(type).Rows(db).Where(row =>
        row.IsArchived && db.Revisions.Any(r =>
            r.EntryType == type && r.EntryId == row.Id && r.Number == row.Version && r.Action == RevisionAction.Archived
                && r.Note == Note));

    private EntryEditing EditingOf(EntryType type) => editings.Single(editing => editing.Type == type);
}
