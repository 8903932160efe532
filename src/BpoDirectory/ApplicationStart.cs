namespace BpoDirectory;

/// <summary>The moment from which the program answers.</summary>
internal static class ApplicationStart
{
    /// <summary>Waits until the program has started.</summary>
    /// <exception cref="OperationCanceledException">It ends first, as when its start is refused.</exception>
    public static async Task WaitForStartAsync(this IHostApplicationLifetime lifetime, CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping);
    }
}
