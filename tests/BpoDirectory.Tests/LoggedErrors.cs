using Microsoft.Extensions.Logging;

namespace BpoDirectory.Tests;

/// <summary>What a program logs as an error or worse.</summary>
internal sealed class LoggedErrors : ILoggerProvider, ILogger
{
    public List<string> Messages { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            Messages.Add(formatter(state, exception));
    }

    public void Dispose()
    {
    }
}
