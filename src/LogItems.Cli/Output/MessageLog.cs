using LogItems.Cli.Hosting;
using Microsoft.Extensions.Logging;

namespace LogItems.Cli.Output;

/// <summary>Writes a log to stderr, one entry per line.</summary>
internal sealed class MessageLog(CommandEnvironment host) : ILoggerFactory, ILogger
{
    private readonly Lock _gate = new();

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Debug and < LogLevel.None || PageNotices.AreNeeded(host, logLevel);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!PageNotices.TryTake(host, eventId, state) && IsEnabled(logLevel))
        {
            // Pages are prefetched on other threads.
            lock (_gate)
            {
                host.Warnings.WriteLine($"{host.Time.GetLocalNow():HH:mm:ss.fff} {TerminalText.Escape(formatter(state, exception))}");
            }
        }
    }

    public void Dispose()
    {
    }
}
