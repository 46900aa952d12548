using System.Net;
using LogItems.Monitoring.Failures;
using LogItems.Monitoring.Sessions;

namespace LogItems.Monitoring;

/// <summary>What failed in a span of time, why, and whether it is new.</summary>
public sealed record FailureReport
{
    /// <summary>The start of the span.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The end of the span.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>The start of the span before, which has the same length.</summary>
    public required DateTimeOffset Before { get; init; }

    /// <summary>The groups that count, sorted by how much they matter: errors first, new ones first, frequent ones first, those that are gone last.</summary>
    /// <remarks>Each failure belongs to exactly one group, either here or in <see cref="IgnoredGroups"/>.</remarks>
    public required IReadOnlyList<FailureGroup> Groups { get; init; }

    /// <summary>The groups of the failures that a waiver ignores, in the same order.</summary>
    public IReadOnlyList<FailureGroup> IgnoredGroups { get; init; } = [];

    /// <summary>The waivers whose last day has passed; what they ignored counts again.</summary>
    public IReadOnlyList<FailureWaiver> ExpiredWaivers { get; init; } = [];

    /// <summary>The waivers that ignored nothing in either span.</summary>
    public IReadOnlyList<FailureWaiver> UnusedWaivers { get; init; } = [];

    /// <summary>The number of failures in the span that count.</summary>
    public required long Failures { get; init; }

    /// <summary>The number of failures in the span before that count.</summary>
    public required long FailuresBefore { get; init; }

    /// <summary>The number of failures in the span that are ignored.</summary>
    public long IgnoredFailures { get; init; }

    /// <summary>The number of sessions in the span.</summary>
    public required int Sessions { get; init; }

    /// <summary>The number of sessions in the span before; if it is 0, every group is new.</summary>
    public required int SessionsBefore { get; init; }

    /// <summary>The number of sessions, of both spans, that were deleted on the server before they were read.</summary>
    public int DeletedSessions { get; init; }

    /// <summary>Reads the sessions of a span and of the span before it, and groups their failures.</summary>
    /// <param name="client">The client of the server.</param>
    /// <param name="options">The span and what to read of it.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ArgumentException">The span is empty, there are no levels, or the number of concurrent sessions is not 1 to 16.</exception>
    /// <exception cref="LogItemsApiException">The API returned an error, other than 404 for a session that was deleted meanwhile.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached.</exception>
    public static async Task<FailureReport> ReadAsync(ILogItemsClient client, FailureReportOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        var now = options.TimeProvider.GetUtcNow();
        var until = options.Until ?? now;
        options.Validate(until);
        var length = until - options.Since;
        var before = options.Since.UtcTicks > length.Ticks ? options.Since - length : DateTimeOffset.MinValue;

        // A running session has no end that could be compared with one.
        var filter = new JobSessionFilter { Since = before, Until = until < now ? until : null, JobId = options.JobId };
        var sessions = await ListAsync(client, filter, options, cancellationToken).ConfigureAwait(false);
        var collector = new FailureCollector(options);
        var deleted = await CollectAsync(client, sessions, collector, options, cancellationToken).ConfigureAwait(false);
        return new FailureReport
        {
            Since = options.Since,
            Until = until,
            Before = before,
            Groups = collector.Groups(),
            IgnoredGroups = collector.IgnoredGroups(),
            ExpiredWaivers = collector.ExpiredWaivers(),
            UnusedWaivers = collector.UnusedWaivers(),
            Failures = collector.Failures,
            FailuresBefore = collector.FailuresBefore,
            IgnoredFailures = collector.IgnoredFailures,
            Sessions = sessions.Count(session => session.IsInSpan),
            SessionsBefore = sessions.Count(session => !session.IsInSpan),
            DeletedSessions = deleted,
        };
    }

    private static async Task<List<ReadSession>> ListAsync(
        ILogItemsClient client, JobSessionFilter filter, FailureReportOptions options, CancellationToken cancellationToken)
    {
        var sessions = new List<ReadSession>();
        JobNames? names = null;
        await foreach (var session in client.GetJobSessionsAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            names ??= await JobNames.ReadAsync(client, cancellationToken).ConfigureAwait(false);
            sessions.Add(ReadSession.Of(session, names.Of(session), options));
        }

        return sessions;
    }

    /// <summary>Reads several sessions at a time; returns the number of those that were gone.</summary>
    private static async Task<int> CollectAsync(
        ILogItemsClient client, List<ReadSession> sessions, FailureCollector collector, FailureReportOptions options, CancellationToken cancellationToken)
    {
        var (read, deleted) = (0, 0);
        var gate = new Lock();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.MaxConcurrentSessions, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(sessions, parallel, async (session, token) =>
        {
            var isDeleted = false;
            try
            {
                await collector.AddAsync(session, SessionItems.ReadAsync(client, session.Session.Id, options.Levels, token), token).ConfigureAwait(false);
            }
            catch (LogItemsApiException exception) when (exception.StatusCode == HttpStatusCode.NotFound)
            {
                isDeleted = true;
            }

            lock (gate)
            {
                deleted += isDeleted ? 1 : 0;
                options.OnProgress?.Invoke(new FailureProgress(++read, sessions.Count, collector.Failures + collector.FailuresBefore));
            }
        }).ConfigureAwait(false);
        return deleted;
    }
}
