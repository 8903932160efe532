using System.Globalization;
using BpoDirectory.Exchange.Import;

namespace BpoDirectory.Exchange;

/// <summary>How far a command is: a line that counts on a terminal until it is done, nothing where nobody looks on.</summary>
/// <param name="noun">What is counted.</param>
internal sealed class CommandProgress(string noun) : IProgress<int>, IDisposable
{
    private const string ClearLine = "\r\u001b[K";

    // Nobody reads faster.
    private const int MillisecondsBetween = 100;

    private readonly bool _isShown = !Console.IsErrorRedirected;
    private long? _shownAt;

    /// <inheritdoc />
    public void Report(int value) => Show(string.Create(CultureInfo.InvariantCulture, $"{value:N0} {noun}"));

    /// <summary>Shows how far an import is, and with what.</summary>
    public void Report(ImportProgress progress)
    {
        var total = progress.Total > 0 ? string.Create(CultureInfo.InvariantCulture, $" of {progress.Total:N0}") : "";
        Show(string.Create(CultureInfo.InvariantCulture, $"{progress.What}: {progress.Done:N0}{total} {noun}"));
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (_shownAt is not null)
            Console.Error.Write(ClearLine);
    }

    private void Show(string text)
    {
        var now = Environment.TickCount64;
        if (!_isShown || now - _shownAt < MillisecondsBetween)
            return;
        _shownAt = now;
        Console.Error.Write(ClearLine + text);
    }
}
