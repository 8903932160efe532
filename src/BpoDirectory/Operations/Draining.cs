using System.Runtime.InteropServices;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BpoDirectory.Operations;

/// <summary>
/// Ends the program in two steps where several serve behind a balancer: asked to end, it is not ready any more, and goes on answering until
/// nobody is sent to it; then it stops as it always does.
/// </summary>
public static class Draining
{
    /// <summary>The setting.</summary>
    public const string Key = "Stop:DrainSeconds";

    private const string Section = "Stop";
    private const int Longest = 600;

    /// <summary>Registers it, where a time is configured.</summary>
    /// <exception cref="SettingException">The time is no number or out of bounds, or the section holds an unknown key.</exception>
    public static void AddDraining(this IServiceCollection services, IConfiguration configuration)
    {
        Setting.RefuseUnknown(configuration, Section, Key);
        if (Setting.WholeNumber(configuration, Key, "seconds", usual: 0, least: 0, Longest) is not 0 and var seconds)
            services.AddSingleton(new DrainTime(TimeSpan.FromSeconds(seconds)))
                .AddSingleton<DrainingLifetime>().AddSingleton<IHostLifetime>(provider => provider.GetRequiredService<DrainingLifetime>())
                .AddHealthChecks().AddCheck<DrainCheck>("draining");
    }

    private sealed record DrainTime(TimeSpan Value);

    private sealed class DrainCheck(DrainingLifetime lifetime) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(
                lifetime.IsDraining ? HealthCheckResult.Unhealthy("The program is about to end.") : HealthCheckResult.Healthy());
    }

    // The framework's own ends at the first signal.
    private sealed class DrainingLifetime(
        DrainTime time, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<DrainingLifetime> log)
        : IHostLifetime, IDisposable
    {
        private readonly List<PosixSignalRegistration> _signals = [];
        private ITimer? _end;

        public bool IsDraining => Volatile.Read(ref _end) is not null;

        public Task WaitForStartAsync(CancellationToken cancellationToken)
        {
            _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, Drain));
            // Whoever presses Ctrl+C waits for nobody.
            _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop));
            _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGQUIT, Stop));
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            _signals.ForEach(signal => signal.Dispose());
            _end?.Dispose();
        }

        private void Drain(PosixSignalContext signal)
        {
            // Asked twice, it ends at once.
            if (IsDraining)
            {
                Stop(signal);
                return;
            }
            signal.Cancel = true;
            log.LogInformation("Asked to end: not ready any more, and ending in {Seconds} seconds", time.Value.TotalSeconds);
            Volatile.Write(ref _end, clock.CreateTimer(_ => lifetime.StopApplication(), null, time.Value, Timeout.InfiniteTimeSpan));
        }

        private void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            lifetime.StopApplication();
        }
    }
}
