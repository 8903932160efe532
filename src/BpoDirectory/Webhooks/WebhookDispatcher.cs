using System.Threading.Channels;
using BpoDirectory.Data;
using BpoDirectory.Data.Sqlite;

namespace BpoDirectory.Webhooks;

/// <summary>Sends messages as soon as something is saved, and again when it is time.</summary>
public sealed class WebhookDispatcher : BackgroundService
{
    // For what another program saves, such as a command beside this one.
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    private readonly Channel<bool> _news =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly WebhookOutbox _outbox;
    private readonly WriteGate _gate;
    private readonly TimeProvider _clock;
    private readonly ILogger<WebhookDispatcher> _log;

    public WebhookDispatcher(WebhookOutbox outbox, WriteGate gate, TimeProvider clock, ILogger<WebhookDispatcher> log)
    {
        (_outbox, _gate, _clock, _log) = (outbox, gate, clock, log);
        gate.Committed += OnCommitted;
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _gate.Committed -= OnCommitted;
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = LookEvery;
            try
            {
                await _outbox.FillAsync(stoppingToken);
                if (await _outbox.SendAsync(stoppingToken) - _clock.GetUtcNow().UtcDateTime is { } due && due < wait)
                    wait = due;
            }
            catch (Exception error) when (error is NotKeptException || DirectoryDatabase.CannotBeUsed(error))
            {
                // As when the disk is full. Nothing is lost.
                _log.LogWarning(error, "Webhooks wait until the database can be used again");
            }
            await WaitAsync(wait, stoppingToken);
        }
    }

    private void OnCommitted(CatalogChange change)
    {
        if (change.Revisions.Count > 0)
            _news.Writer.TryWrite(true);
    }

    private async Task WaitAsync(TimeSpan longest, CancellationToken stopping)
    {
        if (longest <= TimeSpan.Zero)
            return;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        either.CancelAfter(longest);
        await ((Task)_news.Reader.WaitToReadAsync(either.Token).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _news.Reader.TryRead(out _);
    }
}
