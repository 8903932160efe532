using System.Threading.Channels;
using BpoDirectory.Data;
using BpoDirectory.Search.Meaning;

namespace BpoDirectory.Search.Questions;

/// <summary>Has <see cref="SearchOutcomes"/> look again after the catalog has changed or meaning has become ready.</summary>
public sealed class SearchOutcomeUpdates(
    SearchOutcomes outcomes, CatalogVersion version, MeaningProgress progress, TimeProvider clock,
    ILogger<SearchOutcomeUpdates> log) : BackgroundService
{
    // By then, search by meaning knows of the change too, and the edits of one sitting are looked at together.
    private static readonly TimeSpan AfterChange = TimeSpan.FromSeconds(15);

    private readonly Channel<bool> _changes =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        version.Changed += OnChanged;
        progress.Changed += OnProgress;
        try
        {
            while (await _changes.Reader.WaitToReadAsync(stoppingToken))
            {
                await Task.Delay(AfterChange, clock, stoppingToken);
                _changes.Reader.TryRead(out _);
                await TryRefreshAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the program.
        }
        finally
        {
            version.Changed -= OnChanged;
            progress.Changed -= OnProgress;
        }
    }

    private async Task TryRefreshAsync(CancellationToken cancellation)
    {
        try
        {
            await outcomes.RefreshAsync(cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogWarning(error, "How searches are answered could not be looked at again");
        }
    }

    private void OnChanged(CatalogChange change) => _changes.Writer.TryWrite(true);

    private void OnProgress()
    {
        if (progress.Current is null)
            _changes.Writer.TryWrite(true);
    }
}
