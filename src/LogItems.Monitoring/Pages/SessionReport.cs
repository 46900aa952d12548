using System.Net;
using LogItems.Monitoring.Pages;

namespace LogItems.Monitoring;

/// <summary>The sessions of a span with all their log items, to look at in a browser.</summary>
/// <remarks>All items are in memory at once, about 100 bytes each and the texts that differ.</remarks>
public sealed class SessionReport
{
    /// <summary>Times of the page are 32-bit numbers of milliseconds.</summary>
    private static readonly TimeSpan MaxSpan = TimeSpan.FromDays(45);

    private SessionReport(FailureReport failures, IReadOnlyList<ReportedSession> sessions, DateTimeOffset now, TimeSpan offset)
    {
        (Failures, Sessions, UtcOffset) = (failures, sessions, offset);
        Origin = sessions.Select(session => session.Session.StartedAt ?? now).Append(now).Min();
        End = sessions.Select(session => session.Session.EndedAt ?? now).Append(Origin).Max();
    }

    /// <summary>The failures of the span, compared with the span before.</summary>
    public FailureReport Failures { get; }

    /// <summary>The number of log items.</summary>
    public int ItemCount => Sessions.Sum(session => session.Items.Count);

    internal IReadOnlyList<ReportedSession> Sessions { get; }

    internal DateTimeOffset Origin { get; }

    internal DateTimeOffset End { get; }

    internal TimeSpan UtcOffset { get; }

    /// <summary>Reads the sessions of a span with all their items, and their failures.</summary>
    /// <param name="client">The client of the server.</param>
    /// <param name="options">The span and what to read of it; <see cref="FailureReportOptions.Levels"/> and groups concern the failures only.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ArgumentException">The span is empty or longer than 45 days, or an option is out of its range.</exception>
    /// <exception cref="LogItemsApiException">The API returned an error, other than 404 for a session that was deleted meanwhile.</exception>
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
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.MaxConcurrentSessions, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, listed.Count, parallel, async (index, token) =>
        {
            try
            {
                var items = await ReportedItem.ReadAsync(client, listed[index], token).ConfigureAwait(false);
                sessions[index] = new ReportedSession(listed[index], names.Of(listed[index]) ?? "", items);
            }
            catch (LogItemsApiException exception) when (exception.StatusCode == HttpStatusCode.NotFound)
            {
                // Deleted since it was listed.
            }
        }).ConfigureAwait(false);
        var ordered = sessions.OfType<ReportedSession>().OrderBy(session => session.Session.StartedAt).ThenBy(session => session.Session.Id).ToList();
        return new SessionReport(failures, ordered, now, options.TimeProvider.LocalTimeZone.GetUtcOffset(now));
    }

    /// <summary>Writes a page of HTML that holds everything it needs and sends no request.</summary>
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
