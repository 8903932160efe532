using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace BpoDirectory.Data;

/// <summary>Something that runs by itself now and then. The names stand in dashboards.</summary>
public enum DirectoryJob
{
    NightlyBackup,
    Digests,
    Webhooks,
}

/// <summary>
/// What the program measures of itself, beside what the framework does; named by OpenTelemetry's conventions, times in seconds.
/// </summary>
public sealed class DirectoryMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "BpoDirectory";

    private const string TypeOfEntry = "directory.entry.type";

    // A lookup takes a millisecond, a question that is compared by meaning a tenth of a second.
    private static readonly InstrumentAdvice<double> Short = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    private readonly TimeProvider _clock;
    private readonly Counter<long> _saves;
    private readonly Counter<long> _conflicts;
    private readonly Histogram<double> _searches;
    private readonly Histogram<double> _waits;
    private readonly UpDownCounter<int> _circuits;
    private readonly ConcurrentDictionary<DirectoryJob, DateTimeOffset> _runs = new();
    private Func<DateTimeOffset?>? _oldestUnread;

    public DirectoryMetrics(IMeterFactory meters, TimeProvider clock)
    {
        _clock = clock;
        var meter = meters.Create(MeterName);
        _saves = meter.CreateCounter<long>("directory.entry.saves", "{save}", "Versions of entries that were saved.");
        _conflicts = meter.CreateCounter<long>(
            "directory.entry.conflicts", "{conflict}",
            "Saves that met a newer version: to be merged in an editor's page, or answered with 412.");
        _searches = meter.CreateHistogram<double>(
            "directory.search.duration", "s", "How long answering a question took, by what answered it.", advice: Short);
        _waits = meter.CreateHistogram<double>(
            "directory.write.wait.duration", "s", "How long writes waited for the one before them.", advice: Short);
        _circuits = meter.CreateUpDownCounter<int>("directory.circuits", "{circuit}", "Pages of editors that are open.");
        meter.CreateObservableGauge(
            "directory.index.lag", Lag, "s", "For how long search has not taken up the oldest change; it does so when somebody searches.");
        meter.CreateObservableGauge("directory.job.age", Ages, "s", "How long ago a job was last done without trouble.");
    }

    /// <summary>Counts a version of an entry that was saved.</summary>
    public void CountSave(EntryType type) => _saves.Add(1, OfType(type));

    /// <summary>Counts a save that somebody else's was faster than.</summary>
    public void CountConflict(EntryType type) => _conflicts.Add(1, OfType(type));

    /// <summary>Notes how long a question took, and what answered it: <c>words</c>, <c>meaning</c> or <c>nothing</c>.</summary>
    public void NoteSearch(TimeSpan time, string answeredBy) =>
        _searches.Record(time.TotalSeconds, KeyValuePair.Create<string, object?>("directory.search.answered_by", answeredBy));

    /// <summary>Notes how long a write waited for its turn.</summary>
    public void NoteWait(TimeSpan time) => _waits.Record(time.TotalSeconds);

    /// <summary>Counts an editor's page that was opened.</summary>
    public void OpenCircuit() => _circuits.Add(1);

    /// <summary>Counts an editor's page that was closed.</summary>
    public void CloseCircuit() => _circuits.Add(-1);

    /// <summary>Notes when a job was last done without trouble; until then no age is told of it.</summary>
    public void NoteRun(DirectoryJob job, DateTimeOffset at) => _runs[job] = at;

    /// <summary>Notes that a job was done without trouble just now.</summary>
    public void NoteRun(DirectoryJob job) => NoteRun(job, _clock.GetUtcNow());

    /// <summary>Says where the time of the oldest change is told that search has not taken up; null when it has taken up all.</summary>
    public void WatchIndex(Func<DateTimeOffset?> oldestUnread) => _oldestUnread = oldestUnread;

    private static KeyValuePair<string, object?> OfType(EntryType type) => new(TypeOfEntry, type.ToString());

    private double Lag() => _oldestUnread?.Invoke() is { } since ? Math.Max(0, (_clock.GetUtcNow() - since).TotalSeconds) : 0;

    private IEnumerable<Measurement<double>> Ages() => _runs.Select(run => new Measurement<double>(
        Math.Max(0, (_clock.GetUtcNow() - run.Value).TotalSeconds),
        KeyValuePair.Create<string, object?>("directory.job.name", NameOf(run.Key))));

    private static string NameOf(DirectoryJob job) => job switch
    {
        DirectoryJob.NightlyBackup => "nightly_backup",
        DirectoryJob.Digests => "digests",
        _ => "webhooks",
    };
}
