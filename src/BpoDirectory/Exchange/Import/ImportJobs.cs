using System.Collections.Concurrent;
using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Exchange.Import.Files;

namespace BpoDirectory.Exchange.Import;

/// <summary>Something that takes long is done with an import, whether anybody looks or not.</summary>
public sealed class ImportJob(TimeProvider clock) : IDisposable
{
    private ImportProgress _progress = new("Beginning", 0, 0);

    internal CancellationTokenSource Cancellation { get; } = new();

    /// <summary>How far it is.</summary>
    public ImportProgress Progress
    {
        get => _progress;
        internal set
        {
            if (value.What != _progress.What)
                BegunAt = clock.GetTimestamp();
            _progress = value;
        }
    }

    /// <summary>Whether it goes on.</summary>
    public bool IsRunning { get; internal set; } = true;

    /// <summary>What was compared; null until it is.</summary>
    public ImportComparison? Comparison { get; internal set; }

    /// <summary>What was imported; null until it is.</summary>
    public ImportResult? Result { get; internal set; }

    /// <summary>What was undone; null until it is.</summary>
    public ImportUndo? Undo { get; internal set; }

    /// <summary>Why it was not done; null where it was, or goes on.</summary>
    public string? Trouble { get; internal set; }

    private long BegunAt { get; set; } = clock.GetTimestamp();

    /// <summary>How long it is likely to take still; null while that cannot be told.</summary>
    public TimeSpan? Remaining => Progress is { Done: > 0, Total: > 0 } progress
        ? clock.GetElapsedTime(BegunAt) * ((double)(progress.Total - progress.Done) / progress.Done)
        : null;

    /// <summary>Ends it; nothing is changed then.</summary>
    public void Cancel() => Cancellation.Cancel();

    /// <inheritdoc />
    public void Dispose() => Cancellation.Dispose();
}

/// <summary>Compares, applies and undoes imports beside the pages that ask for it: a closed tab ends nothing.</summary>
public sealed class ImportJobs(ImportDesk desk, ImportStore store, ImportLimits limits, TimeProvider clock, ILogger<ImportJobs> log) : IDisposable
{
    // A comparison takes about as much memory as its file; an older one is made again when somebody wants it.
    private const int MostKept = 3;

    private readonly ConcurrentDictionary<int, ImportJob> _jobs = [];
    private readonly ConcurrentQueue<int> _order = [];

    /// <summary>What is done with an import, or was last; null when nothing is known of it.</summary>
    public ImportJob? Find(int importId) => _jobs.GetValueOrDefault(importId);

    /// <summary>Compares the file of an import with the directory.</summary>
    public ImportJob Compare(TableImport import, ImportOptions options) => Start(import.Id, async job => job.Comparison =
        await desk.ImporterOf(import.EntryType).CompareAsync(store.PathOf(import), options, progress => job.Progress = progress, job.Cancellation.Token));

    /// <summary>Imports what was compared, but for the rows that are left out.</summary>
    public ImportJob Apply(Actor actor, TableImport import, ImportComparison comparison, IReadOnlySet<int> leftOut) => Start(import.Id, async job =>
        job.Result = await desk.ApplyAsync(
            actor, import, comparison, number => !leftOut.Contains(number), progress => job.Progress = progress, job.Cancellation.Token));

    /// <summary>Undoes an import.</summary>
    public ImportJob Undo(Actor actor, TableImport import, bool keepsLaterChanges) => Start(import.Id, async job =>
        job.Undo = await desk.UndoAsync(actor, import, keepsLaterChanges, progress => job.Progress = progress, job.Cancellation.Token));

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var job in _jobs.Values)
            job.Cancel();
    }

    private ImportJob Start(int importId, Func<ImportJob, Task> work)
    {
        if (Find(importId) is { IsRunning: true } running)
            return running;
        var job = _jobs[importId] = new ImportJob(clock);
        _order.Enqueue(importId);
        while (_order.Count > MostKept && _order.TryDequeue(out var oldest))
            if (oldest != importId && Find(oldest) is { IsRunning: false })
                _jobs.TryRemove(oldest, out _);
        job.Cancellation.CancelAfter(TimeSpan.FromMinutes(limits.Minutes));
        var startedAt = clock.GetTimestamp();
        // SQLite and the readers of files work on the calling thread.
        _ = Task.Run(async () =>
        {
            try
            {
                await work(job);
            }
            catch (OperationCanceledException)
            {
                job.Trouble = clock.GetElapsedTime(startedAt) >= TimeSpan.FromMinutes(limits.Minutes)
                    ? $"It took longer than {limits.Minutes} minutes and was ended: nothing was changed. Divide the table into several."
                    : "Cancelled: nothing was changed.";
            }
            catch (Exception refused) when (refused is TableRefusedException or ImportRefusedException or DirectoryRuleException or NotAllowedException or NotKeptException)
            {
                job.Trouble = refused.Message;
            }
            catch (Exception error)
            {
                log.LogError(error, "An import failed");
                job.Trouble = "Something went wrong, and nothing was changed. The log of the program says more.";
            }
            finally
            {
                job.IsRunning = false;
            }
        });
        return job;
    }
}
