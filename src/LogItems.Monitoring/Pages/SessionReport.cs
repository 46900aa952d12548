using System.Globalization;
using LogItems.Monitoring.Pages;
using LogItems.Monitoring.Sessions;

namespace LogItems.Monitoring;

/// <summary>The sessions of a span with all their log items, for viewing in a browser.</summary>
/// <remarks>All items are in memory at the same time: about 100 bytes each, plus the distinct texts.</remarks>
public sealed class SessionReport
{
    /// <summary>Times of the page are 32-bit numbers of milliseconds.</summary>
    private static readonly TimeSpan MaxSpan = TimeSpan.FromDays(45);

    /// <summary>The longest time that a page shows: less than 2^32 milliseconds, 49.7 days.</summary>
    private static readonly TimeSpan MaxAxis = TimeSpan.FromDays(49);

    /// <summary>The maximum clock skew of a server; later ends are ignored.</summary>
    private static readonly TimeSpan MaxAhead = TimeSpan.FromDays(1);

    private SessionReport(FailureReport failures, IReadOnlyList<ReportedSession> sessions, DateTimeOffset now, TimeZoneInfo zone)
    {
        (Failures, Sessions, Zone) = (failures, sessions, zone);
        var first = sessions.Select(session => session.Session.StartedAt ?? now).Append(now).Min();
        // If the server's clock is ahead, a session can end in the future.
        var last = now + MaxAhead;
        End = sessions.Select(session => session.Session.EndedAt is { } end && end < last ? end : now).Append(first).Max();
        // A session that has been stuck for months must not push all others off the axis, so it begins at the start of the axis.
        Origin = End - first > MaxAxis ? End - MaxAxis : first;
    }

    /// <summary>The failures of the span, compared with the previous span.</summary>
    public FailureReport Failures { get; }

    /// <summary>The number of sessions of the span that are missing because the server could not return their items.</summary>
    public int UnreadableSessions { get; private init; }

    /// <summary>Why the report is incomplete or its comparison less meaningful: one sentence per reason, with names and errors as sent by the server.</summary>
    public IReadOnlyList<string> Notices => UnreadableSessions == 0 ? Failures.Notices :
    [
        .. Failures.Notices,
        string.Create(CultureInfo.InvariantCulture, $"Sessions of the span that are not shown, because they could not be read: {UnreadableSessions:N0}."),
    ];

    /// <summary>The number of log items.</summary>
    public int ItemCount => Sessions.Sum(session => session.Items.Count);

    internal IReadOnlyList<ReportedSession> Sessions { get; }

    internal DateTimeOffset Origin { get; }

    internal DateTimeOffset End { get; }

    internal TimeZoneInfo Zone { get; }

    /// <summary>Reads the sessions of a span with all their items, and their failures.</summary>
    /// <param name="client">The client of the server.</param>
    /// <param name="options">The span and the filters; <see cref="FailureReportOptions.Levels"/> and groups concern the failures only.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The span is empty or longer than 45 days, or an option is out of its range.</exception>
    /// <exception cref="LogItemsApiException">
    /// The API returned an error for the list of sessions or jobs or for all sessions, or denied access. Sessions that could not be read are counted
    /// by <see cref="UnreadableSessions"/>; those that were deleted in the meantime are omitted.
    /// </exception>
    /// <exception cref="HttpRequestException">The server cannot be reached.</exception>
    public static async Task<SessionReport> ReadAsync(ILogItemsClient client, FailureReportOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        var now = options.TimeProvider.GetUtcNow();
        if ((options.Until ?? now) - options.Since > MaxSpan)
        {
            throw new ArgumentException($"The span is longer than {MaxSpan.Days} days, the maximum of a report.");
        }

        var failures = await FailureReport.ReadAsync(client, options, cancellationToken).ConfigureAwait(false);
        var filter = new JobSessionFilter { Since = options.Since, Until = options.Until < now ? options.Until : null, JobId = options.JobId };
        var listed = await client.GetJobSessionsAsync(filter, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        var names = await JobNames.ReadAsync(client, cancellationToken).ConfigureAwait(false);
        var sessions = new ReportedSession?[listed.Count];
        var loop = await SessionLoop.RunAsync(
            listed.Count,
            options.MaxConcurrentSessions,
            async (index, token) =>
            {
                var items = await ReportedItem.ReadAsync(client, listed[index], token).ConfigureAwait(false);
                sessions[index] = new ReportedSession(listed[index], names.LabelOf(listed[index]) ?? "", items);
            },
            onRead: () => { },
            cancellationToken).ConfigureAwait(false);
        var ordered = sessions.OfType<ReportedSession>().OrderBy(session => session.Session.StartedAt).ThenBy(session => session.Session.Id).ToList();
        return new SessionReport(failures, ordered, now, options.TimeProvider.LocalTimeZone) { UnreadableSessions = loop.Unreadable };
    }

    /// <summary>Writes a self-contained HTML page that sends no requests.</summary>
    /// <param name="output">The stream to write to, which stays open.</param>
    public void WriteHtml(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        HtmlPage.Write(this, output);
    }

    /// <summary>Writes a file in the trace event format of Chrome, which Perfetto and speedscope open.</summary>
    /// <param name="output">The stream to write to, which stays open.</param>
    public void WriteTrace(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        TraceFile.Write(this, output);
    }
}
