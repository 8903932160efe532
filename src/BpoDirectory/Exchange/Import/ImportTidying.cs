namespace BpoDirectory.Exchange.Import;

/// <summary>Discards the tables that nobody imported in time, at the start and once a day.</summary>
public sealed class ImportTidying(ImportStore store, TimeProvider clock, ILogger<ImportTidying> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            do
                await TryDiscardAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the program; what is old is discarded at its next start.
        }
    }

    // What stays too long costs room on the disk, not the program.
    private async Task TryDiscardAsync(CancellationToken cancellation)
    {
        try
        {
            await store.DiscardOldAsync(cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogWarning(error, "Tables that nobody imported in time could not be discarded");
        }
    }
}
