using LogItems.Continuation;
using LogItems.Filters;

namespace LogItems;

public partial class LogItemsClient
{
    /// <inheritdoc/>
    public virtual IAsyncEnumerable<LogItem> GetLogItemsAsync(
        Guid sessionId, LogItemLevel? level = null, bool? orderAsc = null, int startAt = 0, CancellationToken cancellationToken = default) =>
        GetLogItemsAsync(sessionId, FilterOf(level, orderAsc, startAt), cancellationToken);

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<LogItem> GetLogItemsAsync(Guid sessionId, LogItemFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var list = ListOf("GetLogItems", sessionId, filter);
        return ContinueAsync(
            list, filter.ContinuationToken, filter.StartAt, filter.Take,
            (startAt, take) => ReadAsync<LogItemPage, LogItem>(
                "GetLogItems",
                version =>
                {
                    var type = version.Supports(ApiFeatures.ListLogItemsType) && filter.Levels.Count == 1 ? filter.Levels.First().ToFilter() : null;
                    return new(
                        () => CreateListLogItemsRequest(version, sessionId, type: type, orderAsc: filter.OrderAsc),
                        version.Supports(ApiFeatures.ListLogItemsOffset))
                    {
                        IsOrdered = version.Supports(ApiFeatures.ListLogItemsOrderAsc),
                        Filter = LevelFilter(filter),
                        IsFilteredByServer = type is not null,
                    };
                },
                list, startAt, take, cancellationToken),
            cancellationToken);
    }

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<LogItem> GetDataRetrievalLogItemsAsync(
        Guid sessionId, LogItemLevel? level = null, bool? orderAsc = null, int startAt = 0, CancellationToken cancellationToken = default) =>
        GetDataRetrievalLogItemsAsync(sessionId, FilterOf(level, orderAsc, startAt), cancellationToken);

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<LogItem> GetDataRetrievalLogItemsAsync(
        Guid sessionId, LogItemFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var list = ListOf("GetDataRetrievalLogItems", sessionId, filter);
        return ContinueAsync(
            list, filter.ContinuationToken, filter.StartAt, filter.Take,
            (startAt, take) => ReadAsync<LogItemPage, LogItem>(
                "GetDataRetrievalLogItems",
                version => new(
                    () => CreateListDataRetrievalLogItemsRequest(version, sessionId, orderAsc: filter.OrderAsc),
                    version.Supports(ApiFeatures.ListDataRetrievalLogItemsOffset))
                {
                    IsOrdered = version.Supports(ApiFeatures.ListDataRetrievalLogItemsOrderAsc),
                    Filter = LevelFilter(filter),
                },
                list, startAt, take, cancellationToken),
            cancellationToken);
    }

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<JobSession> GetJobSessionsAsync(
        JobSessionStatus? status = null,
        DateTimeOffset? endTimeLowerBound = null,
        DateTimeOffset? endTimeUpperBound = null,
        JobType? jobType = null,
        Guid? jobId = null,
        int startAt = 0,
        CancellationToken cancellationToken = default) =>
        GetJobSessionsAsync(
            new JobSessionFilter
            {
                Statuses = status is { } only ? [only] : [],
                Since = endTimeLowerBound,
                Until = endTimeUpperBound,
                JobType = jobType,
                JobId = jobId,
                StartAt = startAt,
            },
            cancellationToken);

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<JobSession> GetJobSessionsAsync(JobSessionFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (filter.SinceMargin < TimeSpan.Zero)
        {
            throw new ArgumentException($"SinceMargin is {filter.SinceMargin}; use 0 or more.");
        }

        var list = ListCursor.ListOf(
            "GetJobSessions", Sorted(filter.Statuses), filter.Since?.UtcTicks, filter.Until?.UtcTicks, filter.JobType, filter.JobId);
        return ContinueAsync(
            list, filter.ContinuationToken, filter.StartAt, filter.Take,
            (startAt, take) => ReadAsync<JobSessionPage, JobSession>(
                "GetJobSessions",
                version =>
                {
                    var status = version.Supports(ApiFeatures.ListJobSessionsStatus) && filter.Statuses.Count == 1 ? filter.Statuses.First().ToFilter() : null;
                    var since = version.Supports(ApiFeatures.ListJobSessionsEndTimeLowerBound) ? filter.ServerSince : null;
                    var until = version.Supports(ApiFeatures.ListJobSessionsEndTimeUpperBound) ? filter.Until : null;
                    if (filter is { JobId: { } job, JobType: null } && !version.Supports(ApiFeatures.ListJobSessionsJobId))
                    {
                        return new(() => CreateListSessionsOfJobRequest(version, job), version.Supports(ApiFeatures.ListSessionsOfJobOffset))
                        {
                            Filter = filter.Matches,
                            IsFilteredByServer = filter is { Since: null, Until: null, Statuses.Count: 0 },
                        };
                    }

                    return new(
                        () => CreateListJobSessionsRequest(
                            version, jobType: filter.JobType, jobId: filter.JobId, status: status, endTimeLowerBound: since, endTimeUpperBound: until),
                        version.Supports(ApiFeatures.ListJobSessionsOffset))
                    {
                        Filter = filter.Matches,
                        IsFilteredByServer = filter is { Since: null, Until: null } && (filter.Statuses.Count == 0 || status is not null),
                    };
                },
                list, startAt, take, cancellationToken),
            cancellationToken);
    }

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<Job> GetJobsAsync(CancellationToken cancellationToken = default) => ReadAsync<JobPage, Job>(
        "GetJobs", version => new(
            () => CreateListJobsRequest(version),
            version.Supports(ApiFeatures.ListJobsOffset)), id: 0, startAt: 0, take: null, cancellationToken);

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<ProcessedObject> GetProcessedObjectsAsync(Guid sessionId, CancellationToken cancellationToken = default) =>
        ReadAsync<ProcessedObjectPage, ProcessedObject>(
            "GetProcessedObjects",
            version => new(() => CreateListProcessedObjectsRequest(version, sessionId), HasPages: true), id: 0, startAt: 0, take: null, cancellationToken);

    /// <inheritdoc/>
    public virtual IAsyncEnumerable<DataRetrievalSession> GetDataRetrievalSessionsAsync(
        Guid? dataRetrievalId = null, CancellationToken cancellationToken = default) => ReadAsync<DataRetrievalSessionPage, DataRetrievalSession>(
            "GetDataRetrievalSessions",
            version => new(
                () => CreateListDataRetrievalSessionsRequest(version, dataRetrievalId),
                HasPages: true), id: 0, startAt: 0, take: null, cancellationToken);

    private static uint ListOf(string name, Guid sessionId, LogItemFilter filter) => ListCursor.ListOf(name, sessionId, Sorted(filter.Levels), filter.OrderAsc);

    private static string Sorted<T>(IEnumerable<T> values)
        where T : Enum => string.Join(",", values.Distinct().OrderBy(value => value));

    private static LogItemFilter FilterOf(LogItemLevel? level, bool? orderAsc, int startAt) =>
        new() { Levels = level is { } only ? [only] : [], OrderAsc = orderAsc, StartAt = startAt };

    private static Func<LogItem, bool>? LevelFilter(LogItemFilter filter) =>
        filter.Levels.Count == 0 ? null : item => filter.Levels.Contains(item.Level);
}
