using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Exchange.Import.Files;
using BpoDirectory.Operations;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Exchange.Import;

/// <summary>
/// Keeps the files that editors want to import, with what they chose, until they are applied or too old; and what was imported, so that
/// it can be undone.
/// </summary>
public sealed class ImportStore(
    DataFolder data, ImportLimits limits, IDbContextFactory<DirectoryDbContext> contexts, WriteGate gate, AccountRights rights, AuditTrail audit,
    TimeProvider clock)
{
    private const int Buffer = 64 * 1024;

    /// <summary>Receives a file.</summary>
    /// <param name="actor">Who wants to import it.</param>
    /// <param name="type">The type of its entries.</param>
    /// <param name="fileName">What it is called.</param>
    /// <param name="content">What it holds.</param>
    /// <param name="received">Gets how many bytes are received.</param>
    /// <param name="cancellation">Ends the receiving; nothing is kept then.</param>
    /// <returns>The key of the import.</returns>
    /// <exception cref="TableRefusedException">It is too large.</exception>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    /// <exception cref="NotKeptException">The database or the data folder cannot be written at present.</exception>
    public async Task<int> ReceiveAsync(
        Actor actor, EntryType type, string fileName, Stream content, Action<long> received, CancellationToken cancellation)
    {
        await DiscardOldAsync();
        var import = Create(actor, type, fileName, Guid.NewGuid().ToString("N"));
        try
        {
            await StoreAsync(import, content, received, cancellation);
            await gate.WriteAsync(async db =>
            {
                await rights.DemandAsync(db, actor, AccountRole.Editor, cancellation);
                db.Add(import);
            }, cancellation);
        }
        catch
        {
            File.Delete(PathOf(import));
            throw;
        }
        return import.Id;
    }

    /// <summary>An import; null when there is none with this key, or somebody else is still preparing it.</summary>
    public async Task<TableImport?> FindAsync(Actor actor, int id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.TableImports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && (i.AccountId == actor.AccountId || i.AppliedAt != null));
    }

    /// <summary>The imports that were applied, and those that somebody prepares, latest first.</summary>
    public async Task<IReadOnlyList<TableImport>> ListAsync(Actor actor, int most)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.TableImports.AsNoTracking().Where(i => i.AppliedAt != null || i.AccountId == actor.AccountId)
            .OrderByDescending(i => i.AppliedAt ?? i.CreatedAt).ThenByDescending(i => i.Id).Take(most).ToListAsync();
    }

    /// <summary>Keeps what somebody chose.</summary>
    /// <exception cref="NotKeptException">The database cannot be written at present.</exception>
    public Task ChooseAsync(int id, ImportOptions options) => gate.WriteAsync(async db =>
    {
        if (await db.TableImports.SingleOrDefaultAsync(i => i.Id == id && i.AppliedAt == null) is { } import)
            import.Choose(options.ToJson());
    });

    /// <summary>Forgets an import that was not applied, and its file.</summary>
    /// <exception cref="NotKeptException">The database cannot be written at present.</exception>
    public async Task DiscardAsync(Actor actor, int id)
    {
        TableImport? import = null;
        await gate.WriteAsync(async db =>
        {
            import = await db.TableImports.SingleOrDefaultAsync(i => i.Id == id && i.AccountId == actor.AccountId && i.AppliedAt == null);
            if (import is not null)
                db.Remove(import);
        });
        if (import is not null)
            File.Delete(PathOf(import));
    }

    /// <summary>Where the file of an import is.</summary>
    public string PathOf(TableImport import) => Path.Combine(data.Imports, import.StoredAs);

    /// <summary>A new import, which is not kept yet.</summary>
    internal TableImport Create(Actor actor, EntryType type, string fileName, string storedAs) => new()
    {
        AccountId = actor.AccountId,
        By = actor.Name,
        EntryType = type,
        FileName = Shorten(fileName),
        StoredAs = storedAs,
        CreatedAt = Now,
    };

    /// <summary>Notes within a write that an import was applied.</summary>
    /// <exception cref="ImportRefusedException">It was applied already.</exception>
    internal async Task<TableImport> RecordAsync(DirectoryDbContext db, Actor actor, TableImport import, List<TableImportEntry> entries, string plural)
    {
        var kept = import.Id == 0 ? db.Add(import).Entity : await db.TableImports.SingleAsync(i => i.Id == import.Id);
        if (kept.AppliedAt is not null)
            throw new ImportRefusedException("This table was imported already: nothing was imported again.");
        kept.Apply(entries, Now);
        audit.Add(db, AuditKind.Imported, $"table {kept.FileName}", $"{kept.Added} new and {kept.Changed} changed {plural}", actor);
        await db.SaveChangesAsync();
        return kept;
    }

    /// <summary>Notes within a write that an import was undone.</summary>
    /// <exception cref="ImportRefusedException">It was undone already.</exception>
    internal async Task RecordUndoAsync(DirectoryDbContext db, Actor actor, int id, int count, string plural)
    {
        var import = await db.TableImports.SingleAsync(i => i.Id == id);
        if (import.UndoneAt is not null)
            throw new ImportRefusedException("This import was undone already.");
        import.Undo(Now);
        audit.Add(db, AuditKind.ImportUndone, $"table {import.FileName}", $"{count} {plural}", actor);
    }

    /// <summary>What an import did to entries.</summary>
    internal async Task<IReadOnlyList<TableImportEntry>> EntriesAsync(int id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Set<TableImportEntry>().AsNoTracking().Where(entry => entry.TableImportId == id).OrderBy(entry => entry.EntryId).ToListAsync(cancellation);
    }

    /// <summary>Takes the file of an import that was applied out of the data folder.</summary>
    internal void DeleteFile(TableImport import)
    {
        if (import.StoredAs.Length > 0)
            File.Delete(PathOf(import));
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task StoreAsync(TableImport import, Stream content, Action<long> received, CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(data.Imports);
            await using var file = File.Create(PathOf(import));
            var (buffer, total) = (new byte[Buffer], 0L);
            for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
            {
                if ((total += read) > limits.FileBytes)
                    throw new TableRefusedException(FileContent.TooLarge(limits));
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
                received(total);
            }
        }
        catch (UnauthorizedAccessException error)
        {
            throw new NotKeptException(error);
        }
    }

    private async Task DiscardOldAsync()
    {
        var oldest = Now.AddHours(-limits.KeptHours);
        List<TableImport> old;
        await using (var db = await contexts.CreateDbContextAsync())
            old = await db.TableImports.AsNoTracking().Where(i => i.AppliedAt == null && i.CreatedAt < oldest).ToListAsync();
        if (old.Count == 0)
            return;
        await gate.WriteAsync(db =>
        {
            db.RemoveRange(old);
            return Task.CompletedTask;
        });
        foreach (var import in old)
            File.Delete(PathOf(import));
    }

    private static string Shorten(string fileName) =>
        Rules.WithoutHidden(Path.GetFileName(fileName)) is var name && name.Length > TableImport.FileNameLength ? name[..TableImport.FileNameLength] : name;
}
