using BpoDirectory.Search.Storage;

namespace BpoDirectory.Search.Index;

/// <summary>
/// Reads what search keeps in memory as soon as the program answers, so that nobody's question has to. A question that
/// comes sooner waits for what is being read, and no longer.
/// </summary>
public sealed class SearchWarmUp(SearchState state, SearchDatabase database, IHostApplicationLifetime lifetime, ILogger<SearchWarmUp> log)
    : BackgroundService
{
    // Fewer leave a few megabytes behind, which are not worth a halt.
    private const int Many = 10_000;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.WaitForStartAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stoppingToken.IsCancellationRequested)
            return;
        // The work never waits for anything: it belongs on a thread of its own, not on one that requests need.
        await Task.Factory.StartNew(() => Read(stoppingToken), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private void Read(CancellationToken stopping)
    {
        try
        {
            var snapshot = state.Current;
            if (!stopping.IsCancellationRequested)
                database.Read(snapshot.Names.Get);
            // What was needed only to read all this is as large again, and would stay for a long time.
            if (snapshot.Departments.Count > Many)
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
        catch (Exception error)
        {
            // The next question tries again, and fails where it is seen.
            log.LogError(error, "What search keeps in memory could not be read");
        }
    }
}
