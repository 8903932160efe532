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
    DataFolder data, ImportLimits limits, IDbContextFactory<DirectoryDbContext> contexts, WriteGate gate, AccountRights rights,
    AuditTrail audit, TimeProvider clock, ILogger<ImportStore> log)
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
        await DiscardOldAsync(cancellation);
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
            DeleteFile(import);
            throw;
        }
        return import.Id;
    }

    /// <summary>An import; null when there is none with this key, or somebody else is still preparing it.</summary>
    public async Task<TableImport?> FindAsync(Actor actor, int id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.TableImports.AsNoTracking()
            .SingleOrDefaultAsync(i => i.Id == id && (i.AccountId == actor.AccountId || i.AppliedAt != null));
    }

    /// <summary>The imports that were applied, and those that somebody prepares, latest first.</summary>
    public async Task<IReadOnlyList<TableImport>> ListAsync(Actor actor, int most)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.TableImports.AsNoTracking().Where(i => i.AppliedAt != null || i.AccountId == actor.AccountId)
            .OrderByDescending(i => i.AppliedAt ?? i.CreatedAt).ThenByDescending(i => i.Id).Take(most).ToListAsync();
    }

    /// <summary>How many of the entries that an import created or changed are not undone.</summary>
    public async Task<int> CountNotUndoneAsync(int id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Set<TableImportEntry>().CountAsync(entry => entry.TableImportId == id);
    }

    /// <summary>Keeps what somebody chose.</summary>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    /// <exception cref="NotKeptException">The database cannot be written at present.</exception>
    public Task ChooseAsync(Actor actor, int id, ImportOptions options) => gate.WriteAsync(async db =>
    {
        await rights.DemandAsync(db, actor, AccountRole.Editor);
        var import = await db.TableImports.SingleOrDefaultAsync(i => i.Id == id && i.AccountId == actor.AccountId && i.AppliedAt == null);
        if (import is not null)
            import.Choose(options.ToJson());
    });

    /// <summary>Forgets an import that was not applied, and its file.</summary>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    /// <exception cref="NotKeptException">The database cannot be written at present.</exception>
    public async Task DiscardAsync(Actor actor, int id)
    {
        TableImport? import = null;
        await gate.WriteAsync(async db =>
        {
            await rights.DemandAsync(db, actor, AccountRole.Editor);
            import = await db.TableImports.SingleOrDefaultAsync(i => i.Id == id && i.AccountId == actor.AccountId && i.AppliedAt == null);
            if (import is not null)
                db.Remove(import);
        });
        if (import is not null)
            DeleteFile(import);
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
    /// <exception cref="ImportRefusedException">It was applied already, or is gone.</exception>
    internal async Task<TableImport> RecordAsync(
        DirectoryDbContext db, Actor actor, TableImport import, List<TableImportEntry> entries, string plural)
    {
        var kept = import.Id == 0 ? db.Add(import).Entity : await db.TableImports.SingleOrDefaultAsync(i => i.Id == import.Id);
        if (kept is null)
            throw new ImportRefusedException("This table was not imported in time and is gone: nothing was imported. Choose it again.");
        if (kept.AppliedAt is not null)
            throw new ImportRefusedException("This table was imported already: nothing was imported again.");
        kept.Apply(entries, Now);
        audit.Add(db, AuditKind.Imported, $"table {kept.FileName}", $"{kept.Added} new and {kept.Changed} changed {plural}", actor);
        using (var rows = new AddedRows(db))
            rows.Insert();
        await db.SaveChangesAsync();
        return kept;
    }

    /// <summary>Notes within a write that entries of an import were undone; the import itself is when none is left.</summary>
    /// <exception cref="ImportRefusedException">It was undone already.</exception>
    internal async Task RecordUndoAsync(DirectoryDbContext db, Actor actor, int id, IReadOnlyList<int> undone, int left, string plural)
    {
        var import = await db.TableImports.SingleAsync(i => i.Id == id);
        if (import.UndoneAt is not null)
            throw new ImportRefusedException("This import was undone already.");
        // What is left can be undone later.
        await db.Set<TableImportEntry>().Where(entry => entry.TableImportId == id && undone.Contains(entry.EntryId)).ExecuteDeleteAsync();
        if (left == 0)
            import.Undo(Now);
        var rest = left > 0 ? $", {left} left as they were" : "";
        audit.Add(db, AuditKind.ImportUndone, $"table {import.FileName}", $"{undone.Count} {plural}{rest}", actor);
    }

    /// <summary>What an import did to entries.</summary>
    internal async Task<IReadOnlyList<TableImportEntry>> EntriesAsync(int id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Set<TableImportEntry>().AsNoTracking().Where(entry => entry.TableImportId == id).OrderBy(entry => entry.EntryId)
            .ToListAsync(cancellation);
    }

    /// <summary>Makes sure that somebody may edit.</summary>
    /// <exception cref="NotAllowedException">The actor may not edit any more.</exception>
    internal async Task DemandEditorAsync(Actor actor, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await rights.DemandAsync(db, actor, AccountRole.Editor, cancellation);
    }

    /// <summary>Takes the file of an import out of the data folder; <see cref="DiscardOldAsync"/> does where that fails.</summary>
    internal void DeleteFile(TableImport import)
    {
        if (import.StoredAs.Length > 0)
            DeleteFile(PathOf(import));
    }

    /// <summary>Forgets the imports that nobody applied in time, and takes out old files that none names, as a kill leaves them.</summary>
    /// <exception cref="NotKeptException">The database cannot be written at present.</exception>
    internal async Task DiscardOldAsync(CancellationToken cancellation)
    {
        var oldest = Now.AddHours(-limits.KeptHours);
        var folder = new DirectoryInfo(data.Imports);
        var files = folder.Exists ? folder.EnumerateFiles().Where(file => file.LastWriteTimeUtc < oldest).ToList() : [];
        await using (var db = await contexts.CreateDbContextAsync(cancellation))
            if (files.Count == 0 && !await db.TableImports.AnyAsync(i => i.AppliedAt == null && i.CreatedAt < oldest, cancellation))
                return;
        List<TableImport> old = [];
        List<string> named = [];
        await gate.WriteAsync(async db =>
        {
            var waiting = await db.TableImports.Where(i => i.AppliedAt == null).ToListAsync(cancellation);
            old = waiting.FindAll(import => import.CreatedAt < oldest);
            named = [.. waiting.Except(old).Select(import => import.StoredAs)];
            db.RemoveRange(old);
        }, cancellation);
        foreach (var import in old)
            DeleteFile(import);
        foreach (var file in files.Where(file => !named.Contains(file.Name)))
            DeleteFile(file.FullName);
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

    // What was done with the file is done, whether it can be taken out or not.
    private void DeleteFile(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(error, "The file of an import could not be deleted");
        }
    }

    private static string Shorten(string fileName) =>
        Rules.WithoutHidden(Path.GetFileName(fileName)) is var name && name.Length > TableImport.FileNameLength
            ? name[..TableImport.FileNameLength]
            : name;
}
