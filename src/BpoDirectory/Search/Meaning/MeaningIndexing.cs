using System.Threading.Channels;
using BpoDirectory.Data;

namespace BpoDirectory.Search.Meaning;

/// <summary>Keeps search by meaning up to date in the background: after the start, and after every change of the catalog.</summary>
public sealed class MeaningIndexing(
    MeaningIndexer indexer, SentenceEncoder encoder, CatalogVersion version, IHostApplicationLifetime lifetime,
    ILogger<MeaningIndexing> log) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(5);

    private readonly Channel<bool> _changes =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        version.Changed += OnChanged;
        try
        {
            await lifetime.WaitForStartAsync(stoppingToken);
            while (!stoppingToken.IsCancellationRequested)
            {
                await TryUpdateAsync(stoppingToken);
                await WaitForChangeAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the program; the next start goes on from what is stored.
        }
        finally
        {
            version.Changed -= OnChanged;
        }
    }

    // A failure costs answers by meaning, not the program.
    private async Task TryUpdateAsync(CancellationToken cancellation)
    {
        try
        {
            await indexer.UpdateAsync(cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "Passages could not be compared by meaning; the next change of the catalog tries again");
        }
    }

    private async Task WaitForChangeAsync(CancellationToken cancellation)
    {
        while (true)
        {
            using var look = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            look.CancelAfter(BetweenLooks);
            try
            {
                await _changes.Reader.ReadAsync(look.Token);
                return;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                encoder.ReleaseIfIdle();
            }
        }
    }

    private void OnChanged(CatalogChange change) => _changes.Writer.TryWrite(true);
}
