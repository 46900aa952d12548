using System.Collections.Concurrent;
using System.Globalization;
using LogItems.Cli.Hosting;
using Microsoft.Extensions.Logging;

namespace LogItems.Cli.Output;

/// <summary>Reports retried requests on stderr immediately; the same failure of several concurrent requests, such as the probes of versions, once.</summary>
/// <param name="host">The environment of the command.</param>
/// <param name="isQuiet">Whether retries are not reported: there are many servers, and those that fail are reported at the end.</param>
internal sealed class RetryNotices(CommandEnvironment host, bool isQuiet = false) : ILoggerFactory, ILogger
{
    private const int Retrying = 1;

    /// <summary>The time in which the same failure is reported once.</summary>
    private static readonly TimeSpan MinInterval = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(string? Reason, string? Attempt), long> _reported = [];

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

        var (reason, attempt, max) = (Find("Reason"), Find("Attempt"), Find("MaxRetries"));
        if (isQuiet || !IsNew((reason?.ToString(), attempt?.ToString())))
        {
            return;
        }

        var delay = Find("Delay") is TimeSpan time ? time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) : "?";
        // A live view itself shows that the server does not respond, and defers other output until its end.
        if (!host.HasLiveView)
        {
            host.Warnings.WriteLine(TerminalText.Escape($"{Find("Method")} {Find("Path")} failed: {reason}. Retry {attempt} of {max} in {delay} s."));
        }

        object? Find(string name) => values.FirstOrDefault(value => value.Key == name).Value;
    }

    public void Dispose()
    {
    }

    private bool IsNew((string? Reason, string? Attempt) failure)
    {
        var now = host.Time.GetTimestamp();
        var reported = _reported.GetOrAdd(failure, now);
        return reported == now || (host.Time.GetElapsedTime(reported) >= MinInterval && _reported.TryUpdate(failure, now, reported));
    }
}
