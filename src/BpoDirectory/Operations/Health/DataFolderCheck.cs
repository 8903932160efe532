using BpoDirectory.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BpoDirectory.Operations.Health;

/// <summary>Whether everything in the data folder can still be used. It is tried now and then, however often anybody asks.</summary>
internal sealed class DataFolderCheck(DataFolder data, DirectoryDatabase database, WriteGate gate, TimeProvider clock)
    : IHealthCheck, IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private (long At, HealthCheckResult Result)? _last;
    private int _failures;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_last is not { } last || clock.GetElapsedTime(last.At) >= Often)
                _last = last = (clock.GetTimestamp(), await TryAsync(cancellationToken));
            return last.Result;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<HealthCheckResult> TryAsync(CancellationToken cancellation)
    {
        try
        {
            data.Try();
            await database.TryAsync(gate, cancellation);
            // A disk that fails now and then may let the smallest write pass.
            return gate.Failures == _failures
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("A change could not be kept since this was last tried.");
        }
        catch (Exception error) when (error is DataFolderUnusableException or DatabaseUnusableException)
        {
            return HealthCheckResult.Unhealthy(error.Message);
        }
        finally
        {
            _failures = gate.Failures;
        }
    }
}
