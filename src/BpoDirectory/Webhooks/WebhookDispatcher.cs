using System.Threading.Channels;
using BpoDirectory.Data;

namespace BpoDirectory.Webhooks;

/// <summary>
/// Sends messages as soon as something is saved, and again when it is time; to each webhook for itself, so that none waits for the
/// receiver of another.
/// </summary>
public sealed class WebhookDispatcher : BackgroundService
{
    // For what another program saves, such as a command beside this one.
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    private readonly Channel<bool> _news =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<int, Task> _sending = [];
    private readonly WebhookOutbox _outbox;
    private readonly WriteGate _gate;
    private readonly DirectoryMetrics _metrics;
    private readonly TimeProvider _clock;
    private readonly ILogger<WebhookDispatcher> _log;

    public WebhookDispatcher(
        WebhookOutbox outbox, WriteGate gate, DirectoryMetrics metrics, TimeProvider clock, ILogger<WebhookDispatcher> log)
    {
        (_outbox, _gate, _metrics, _clock, _log) = (outbox, gate, metrics, clock, log);
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
                wait = await SendAsync(stoppingToken);
                _metrics.NoteRun(DirectoryJob.Webhooks);
            }
            catch (Exception error) when (IsTrouble(error, stoppingToken))
            {
                // As when the disk is full. Nothing is lost.
                _log.LogWarning(error, "Webhooks wait, and are tried again soon");
            }
            catch (OperationCanceledException)
            {
                // The end of the program; what waits is sent after the next start.
            }
            await WaitAsync(wait, stoppingToken);
        }
        await Task.WhenAll(_sending.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static bool IsTrouble(Exception error, CancellationToken stopping) =>
        error is not OperationCanceledException || !stopping.IsCancellationRequested;

    private void OnCommitted(CatalogChange change)
    {
        if (change.Revisions.Count > 0)
            _news.Writer.TryWrite(true);
    }

    /// <summary>Begins to send to each webhook for which it is time.</summary>
    /// <returns>How long to wait until it is time for another.</returns>
    private async Task<TimeSpan> SendAsync(CancellationToken stopping)
    {
        var wait = LookEvery;
        foreach (var (webhook, due) in await _outbox.WaitingAsync(stopping))
        {
            var pause = due - _clock.GetUtcNow().UtcDateTime;
            if (pause > TimeSpan.Zero)
                wait = pause < wait ? pause : wait;
            else if (!_sending.TryGetValue(webhook.Id, out var sending) || sending.IsCompleted)
                Begin(webhook, stopping);
        }
        return wait;
    }

    private void Begin(Webhook webhook, CancellationToken stopping)
    {
        var sending = SendAsync(webhook, stopping);
        _sending[webhook.Id] = sending;
        // More may wait, or something again. After trouble it does so until the next look.
        _ = sending.ContinueWith(
            ended => ended.Result && _news.Writer.TryWrite(true),
            CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
    }

    private async Task<bool> SendAsync(Webhook webhook, CancellationToken stopping)
    {
        try
        {
            await _outbox.SendAsync(webhook, stopping);
            return true;
        }
        catch (Exception error) when (IsTrouble(error, stopping))
        {
            _log.LogWarning(error, "Webhook {Webhook} waits, and is tried again soon", webhook.Id);
            return false;
        }
    }

    private async Task WaitAsync(TimeSpan longest, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        either.CancelAfter(longest);
        await ((Task)_news.Reader.WaitToReadAsync(either.Token).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _news.Reader.TryRead(out _);
    }
}
