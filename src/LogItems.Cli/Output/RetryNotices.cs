using System.Globalization;
using LogItems.Cli.Hosting;
using Microsoft.Extensions.Logging;

namespace LogItems.Cli.Output;

/// <summary>Reports each retried request on stderr immediately.</summary>
internal sealed class RetryNotices(CommandEnvironment host) : ILoggerFactory, ILogger
{
    private const int Retrying = 1;

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Warning || PageNotices.AreNeeded(host, logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (PageNotices.TryTake(host, eventId, state) || eventId.Id != Retrying || state is not IReadOnlyList<KeyValuePair<string, object?>> values)
        {
            return;
        }

        var (reason, attempt, most) = (Find("Reason"), Find("Attempt"), Find("MaxRetries"));
        var delay = Find("Delay") is TimeSpan time ? time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) : "?";
        // A live view itself shows that the server does not respond, and defers other output until its end.
        if (!host.HasLiveView)
        {
            host.Warnings.WriteLine(TerminalText.Escape($"{Find("Method")} {Find("Path")} failed: {reason}. Retry {attempt} of {most} in {delay} s."));
        }

        object? Find(string name) => values.FirstOrDefault(value => value.Key == name).Value;
    }

    public void Dispose()
    {
    }
}
