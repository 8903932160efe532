using System.Text;
using Serilog.Core;
using Serilog.Events;

namespace BpoDirectory.Operations;

/// <summary>Writes log events to the standard output, as far as <see cref="Flush"/> has been called.</summary>
internal sealed class ConsoleLines : ILogEventSink, IDisposable
{
    private readonly ConsoleLine _line = new();
    private readonly StreamWriter _output = new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 16 * 1024);

    public void Emit(LogEvent logEvent) => _line.Format(logEvent, _output);

    /// <summary>Shows what was written.</summary>
    public void Flush() => _output.Flush();

    public void Dispose() => _output.Dispose();
}
