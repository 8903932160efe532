using System.Globalization;

namespace BpoDirectory.Exchange;

/// <summary>How far a command is: a line that counts on a terminal, nothing where nobody looks on.</summary>
/// <param name="noun">What is counted.</param>
internal sealed class CommandProgress(string noun) : IProgress<int>, IDisposable
{
    private readonly bool _isShown = !Console.IsErrorRedirected;
    private bool _hasLine;

    /// <inheritdoc />
    public void Report(int value)
    {
        if (!_isShown)
            return;
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{value:N0} {noun}"));
        _hasLine = true;
    }

    /// <summary>Ends the line.</summary>
    public void Dispose()
    {
        if (_hasLine)
            Console.Error.WriteLine();
    }
}
