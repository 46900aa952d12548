using LogItems.Monitoring.Failures;
using LogItems.Monitoring.Sessions;

namespace LogItems.Monitoring;

public sealed partial record FailureReport
{
    /// <summary>Reads the sessions of a span and of the previous span, and groups their failures.</summary>
    /// <param name="client">The client of the server.</param>
    /// <param name="options">The span and the filters.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The span is empty, there are no levels, or the number of concurrent sessions is not 1 to 16.</exception>
    /// <exception cref="LogItemsApiException">
    /// The API returned an error for the list of sessions or jobs or for all sessions, or denied access. An error for some sessions is reported by
    /// <see cref="UnreadableSessions"/>, and a session that was deleted in the meantime by <see cref="DeletedSessions"/>.
    /// </exception>
    /// <exception cref="HttpRequestException">The server cannot be reached.</exception>
    public static async Task<FailureReport> ReadAsync(ILogItemsClient client, FailureReportOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        var now = options.TimeProvider.GetUtcNow();
        var until = options.Until ?? now;
        options.Validate(until);
        var length = until - options.Since;
        var before = Math.Min(options.Since.UtcTicks, options.Since.Ticks) > length.Ticks ? options.Since - length : DateTimeOffset.MinValue;

        // A running session has no end to compare with the span.
        var isOpen = until >= now;
        var filter = new JobSessionFilter { Since = before, Until = isOpen ? null : until, JobId = options.JobId };
        var sessions = await ListAsync(client, filter, options, isOpen, cancellationToken).ConfigureAwait(false);
        var collector = new FailureCollector(options);
        var read = 0;
        var loop = await SessionLoop.RunAsync(
            sessions.Count,
            options.MaxConcurrentSessions,
            (index, token) => collector.AddAsync(
                sessions[index], SessionItems.ReadAsync(client, sessions[index].Session.Id, options.Levels, token), token),
            () => options.OnProgress?.Invoke(new FailureProgress(++read, sessions.Count, collector.Failures + collector.FailuresBefore)),
            cancellationToken).ConfigureAwait(false);
        return new FailureReport
        {
            Since = options.Since,
            Until = until,
            Before = before,
            Groups = collector.Groups(),
            IgnoredGroups = collector.IgnoredGroups(),
            ExpiredWaivers = collector.ExpiredWaivers(),
            UnusedWaivers = collector.UnusedWaivers(isComplete: loop.Unreadable + loop.Deleted == 0),
            Failures = collector.Failures,
            FailuresBefore = collector.FailuresBefore,
            IgnoredFailures = collector.IgnoredFailures,
            Sessions = sessions.Count(session => session.IsInSpan),
            SessionsBefore = sessions.Count(session => !session.IsInSpan),
            DeletedSessions = loop.Deleted,
            UnreadableSessions = loop.Unreadable,
            UnreadableReason = loop.Reason,
            JobsWithoutSessionsBefore =
                [.. JobsOf(sessions, session => session.IsInSpan).Except(JobsOf(sessions, session => session.IsPartlyBefore)).Order(StringComparer.Ordinal)],
        };
    }

    private static async Task<List<ReadSession>> ListAsync(
        ILogItemsClient client, JobSessionFilter filter, FailureReportOptions options, bool isOpen, CancellationToken cancellationToken)
    {
        var sessions = new List<ReadSession>();
        JobNames? names = null;
        await foreach (var session in client.GetJobSessionsAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            names ??= await JobNames.ReadAsync(client, cancellationToken).ConfigureAwait(false);
            sessions.Add(ReadSession.Of(session, names, options, isOpen));
        }

        return sessions;
    }

    private static IEnumerable<string> JobsOf(List<ReadSession> sessions, Func<ReadSession, bool> isWanted) =>
        sessions.Where(isWanted).Select(session => session.JobLabel).OfType<string>();
}
