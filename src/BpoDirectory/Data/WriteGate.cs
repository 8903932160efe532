using System.Diagnostics;
using BpoDirectory.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Data;

/// <summary>
/// The one way to change the database: every write, and the checkpoint it may cause, passes here one at a time.
/// SQLite's write-ahead log has a rare corruption bug up to 3.51.2 when two connections write or checkpoint at once
/// (https://www.sqlite.org/wal.html#walresetbug); one writer also means that nobody ever meets a locked database.
/// </summary>
public sealed class WriteGate(IDbContextFactory<DirectoryDbContext> contexts, DirectoryMetrics metrics, ILogger<WriteGate> log)
    : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Whether a write has the database for itself.</summary>
    public bool IsWriting => _turn.CurrentCount == 0;

    /// <summary>How many writes could not be kept since the start.</summary>
    public int Failures { get; private set; }

    /// <summary>Raised when a write has the database for itself and has changed nothing yet.</summary>
    public event Action? Begun;

    /// <summary>Raised after each committed write, before the next one begins.</summary>
    public event Action<CatalogChange>? Committed;

    /// <summary>Runs <paramref name="change"/> in one transaction and commits it with all tracked changes, or nothing at all.</summary>
    /// <exception cref="NotKeptException">The database cannot be written at present.</exception>
    public async Task WriteAsync(Func<DirectoryDbContext, Task> change, CancellationToken cancellation = default)
    {
        var asked = Stopwatch.GetTimestamp();
        await _turn.WaitAsync(cancellation);
        metrics.NoteWait(Stopwatch.GetElapsedTime(asked));
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            await using var transaction = await db.BeginWriteAsync(cancellation);
            Begun?.Invoke();
            await change(db);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            foreach (var revision in db.Change.Revisions.Where(revision => revision.Action != RevisionAction.Loaded))
                metrics.CountSave(revision.EntryType);
            Committed?.Invoke(db.Change);
        }
        catch (Exception error) when (DirectoryDatabase.CannotBeUsed(error))
        {
            Failures++;
            log.LogError(error, "The database cannot be written");
            throw new NotKeptException(error);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Moves what the write-ahead log holds into the database file, as far as nobody reads it from there.</summary>
    public async Task CheckpointAsync(CancellationToken cancellation = default)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            await db.Database.ExecuteSqlRawAsync(SqliteDatabase.Checkpoint, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Closes the gate behind the write under way, if there is one.</summary>
    public void Dispose()
    {
        _turn.Wait(LongestWait);
        _turn.Dispose();
    }
}
