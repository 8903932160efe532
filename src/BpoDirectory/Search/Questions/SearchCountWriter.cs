namespace BpoDirectory.Search.Questions;

/// <summary>Writes the counts of searches every few seconds, and once more when the program stops.</summary>
public sealed class SearchCountWriter(SearchCounter counter, TimeProvider clock, ILogger<SearchCountWriter> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestLastWrite = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // Connections that do not end may have used up the time of the others.
        using var deadline = new CancellationTokenSource(LongestLastWrite);
        try
        {
            await TryWriteAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            log.LogWarning("The counts of the last searches were not written: the time to stop was over");
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryWriteAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the program; what has gathered is written by StopAsync.
        }
    }

    // A full disk costs these counts, not the program.
    private async Task TryWriteAsync(CancellationToken cancellation)
    {
        try
        {
            await counter.WriteAsync(cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogWarning(error, "The counts of the last searches could not be written");
        }
    }
}
