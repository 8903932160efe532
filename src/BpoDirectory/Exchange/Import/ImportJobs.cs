using BpoDirectory.Accounts;
using BpoDirectory.Data;
using BpoDirectory.Exchange.Import.Files;

namespace BpoDirectory.Exchange.Import;

/// <summary>Something that takes long is done with an import, whether anybody looks or not.</summary>
public sealed class ImportJob(TimeProvider clock) : IDisposable
{
    private ImportProgress _progress = new("Beginning", 0, 0);

    internal CancellationTokenSource Cancellation { get; } = new();

    internal ImportWork Work { get; init; }

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

/// <summary>What is done with an import.</summary>
internal enum ImportWork
{
    Compare,
    Apply,
    Undo,
}

/// <summary>Compares, applies and undoes imports beside the pages that ask for it: a closed tab ends nothing.</summary>
public sealed class ImportJobs(ImportDesk desk, ImportLimits limits, TimeProvider clock, ILogger<ImportJobs> log) : IDisposable
{
    // A comparison takes about as much memory as its file; an older one is made again when somebody wants it.
    private const int MostKept = 3;

    private const int MostComparing = 2;

    private readonly Lock _lock = new();

    // In the order in which they began.
    private readonly OrderedDictionary<int, ImportJob> _jobs = [];

    /// <summary>What is done with an import, or was last; null when nothing is known of it.</summary>
    public ImportJob? Find(int importId)
    {
        lock (_lock)
            return _jobs.TryGetValue(importId, out var job) ? job : null;
    }

    /// <summary>Compares the file of an import with the directory.</summary>
    /// <exception cref="ImportRefusedException">Something else is done with it at this moment, or several others are compared.</exception>
    public ImportJob Compare(Actor actor, TableImport import, ImportOptions options) => Start(import.Id, ImportWork.Compare, async job =>
        job.Comparison = await desk.CompareAsync(actor, import, options, progress => job.Progress = progress, job.Cancellation.Token));

    /// <summary>Imports what was compared, but for the rows that are left out.</summary>
    /// <exception cref="ImportRefusedException">Something else is done with it at this moment.</exception>
    public ImportJob Apply(Actor actor, TableImport import, ImportComparison comparison, IReadOnlySet<int> leftOut) =>
        Start(import.Id, ImportWork.Apply, async job => job.Result = await desk.ApplyAsync(
            actor, import, comparison, number => !leftOut.Contains(number), progress => job.Progress = progress, job.Cancellation.Token));

    /// <summary>Undoes an import.</summary>
    /// <exception cref="ImportRefusedException">Something else is done with it at this moment.</exception>
    public ImportJob Undo(Actor actor, TableImport import, bool keepsLaterChanges) => Start(import.Id, ImportWork.Undo, async job =>
        job.Undo = await desk.UndoAsync(actor, import, keepsLaterChanges, progress => job.Progress = progress, job.Cancellation.Token));

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_lock)
            foreach (var job in _jobs.Values)
                job.Cancel();
    }

    // Where the same is done with it already, as after a second click, that is given.
    private ImportJob Start(int importId, ImportWork kind, Func<ImportJob, Task> work)
    {
        ImportJob job;
        lock (_lock)
        {
            if (_jobs.TryGetValue(importId, out var present) && present.IsRunning)
                return present.Work == kind
                    ? present
                    : throw new ImportRefusedException("Something else is being done with this table: wait until that is over.");
            var comparing = _jobs.Values.Count(other => other is { IsRunning: true, Work: ImportWork.Compare });
            if (kind == ImportWork.Compare && comparing >= MostComparing)
                throw new ImportRefusedException("Other tables are being compared at this moment: try again in a minute.");
            _jobs.Remove(importId);
            var ended = _jobs.Where(other => !other.Value.IsRunning).Select(other => other.Key).ToList();
            foreach (var id in ended.Take(_jobs.Count - MostKept + 1))
                _jobs.Remove(id);
            _jobs[importId] = job = new ImportJob(clock) { Work = kind };
        }
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
            catch (Exception refused) when (refused
                is TableRefusedException or ImportRefusedException or DirectoryRuleException or NotAllowedException or NotKeptException)
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
