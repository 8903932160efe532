using BpoDirectory.Data;

namespace BpoDirectory.Operations.Backups;

/// <summary>
/// Backs up the database once a day. A night in which the program did not run is made up for when it runs again; a failure is logged,
/// shown to administrators and tried again an hour later.
/// </summary>
public sealed class NightlyBackups(
    BackupSettings settings, BackupFolder backups, DirectoryMetrics metrics, TimeProvider clock, ILogger<NightlyBackups> log)
    : BackgroundService
{
    // Shorter than the wait until the night: the machine may sleep or its clock be set.
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private readonly DateTimeOffset _since = clock.GetUtcNow();
    private DateTimeOffset _notBefore;

    /// <summary>Why the last attempt failed; null when it did not.</summary>
    public string? Failure { get; private set; }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Nightly is not { } time)
            return;
        using var timer = new PeriodicTimer(LookEvery, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await MakeIfDueAsync(time, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the program; a night without it is made up for.
        }
    }

    /// <summary>Makes the backup of the last night if it is not there yet.</summary>
    internal async Task MakeIfDueAsync(TimeOnly time, CancellationToken cancellation)
    {
        if (clock.GetUtcNow() < _notBefore)
            return;
        try
        {
            // A new directory waits for its first night. What is of the future was made while the clock was wrong.
            var now = clock.GetUtcNow().UtcDateTime;
            var made = backups.List().FirstOrDefault(backup => backup.Kind == BackupKind.Nightly && backup.MadeAt <= now);
            var latest = made?.MadeAt ?? _since.UtcDateTime;
            metrics.NoteRun(DirectoryJob.NightlyBackup, new DateTimeOffset(latest));
            if (latest >= LastNight(time).UtcDateTime)
                return;
            await backups.MakeAsync(BackupKind.Nightly, cancellation);
            metrics.NoteRun(DirectoryJob.NightlyBackup);
            Failure = null;
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            Failure = error.Message;
            _notBefore = clock.GetUtcNow() + Pause;
            log.LogError(error, "The nightly backup failed");
        }
    }

    private DateTimeOffset LastNight(TimeOnly time)
    {
        var now = clock.GetLocalNow();
        var today = now.Date + time.ToTimeSpan();
        var last = today <= now.DateTime ? today : today.AddDays(-1);
        return new DateTimeOffset(last, clock.LocalTimeZone.GetUtcOffset(last));
    }
}
