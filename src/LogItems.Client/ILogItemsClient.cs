namespace LogItems;

/// <summary>Reads job sessions and their log items from a backup server, whatever API version it supports.</summary>
/// <remarks>
/// A method that returns an <see cref="IAsyncEnumerable{T}"/> reads a whole list across its pages; one whose name ends in <c>PageAsync</c> gets a
/// single page, as the API does.
/// </remarks>
public partial interface ILogItemsClient
{
    /// <summary>The API version in use: the configured one, or else the one detected at the first call and kept.</summary>
    /// <exception cref="ApiVersionDetectionException">The version could not be detected.</exception>
    Task<ApiVersion> GetVersionAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the log items of a job session, page after page, as they are consumed.</summary>
    /// <param name="sessionId">The session, from <see cref="GetJobSessionsAsync(JobSessionFilter, CancellationToken)"/>.</param>
    /// <param name="level">Only items of this level; filtered by the server if it can (v8), else by the client.</param>
    /// <param name="orderAsc">Oldest first (true) or newest first (false); v8 and later. Null leaves the order to the server.</param>
    /// <param name="startAt">The number of items to skip, 0 or more; only items that pass the filter count, in every version.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <exception cref="ApiFeatureNotSupportedException">An order was requested on v7 or below.</exception>
    /// <exception cref="LogItemsApiException">The API returned an error; the items before it were delivered.</exception>
    IAsyncEnumerable<LogItem> GetLogItemsAsync(
        Guid sessionId, LogItemLevel? level = null, bool? orderAsc = null, int startAt = 0, CancellationToken cancellationToken = default);

    /// <summary>Reads the log items of a job session, page after page, as they are consumed.</summary>
    /// <param name="sessionId">The session, from <see cref="GetJobSessionsAsync(JobSessionFilter, CancellationToken)"/>.</param>
    /// <param name="filter">The filter for items, which the server applies if it can, else the client, with the same result.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <exception cref="ApiFeatureNotSupportedException">An order was requested on v7 or below.</exception>
    /// <exception cref="LogItemsApiException">The API returned an error; the items before it were delivered.</exception>
    IAsyncEnumerable<LogItem> GetLogItemsAsync(Guid sessionId, LogItemFilter filter, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads the log items of a job session as they appear, and each again when it has ended or changed, until the session has ended.
    /// </summary>
    /// <remarks>
    /// Following continues across server restarts, expired tokens and, if the version was detected, server upgrades.
    /// </remarks>
    /// <param name="sessionId">The session, from <see cref="GetJobSessionsAsync(JobSessionFilter, CancellationToken)"/>.</param>
    /// <param name="options">The intervals of the polls; null for the defaults.</param>
    /// <param name="cancellationToken">Stops following.</param>
    /// <exception cref="LogItemsApiException">The API returned an error, for example because the session does not exist.</exception>
    IAsyncEnumerable<LogItem> FollowLogItemsAsync(Guid sessionId, FollowOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Reads the log items of a data retrieval session, page after page, as they are consumed. API v6 and later.</summary>
    /// <param name="sessionId">The data retrieval session.</param>
    /// <param name="level">Only items of this level; filtered by the client.</param>
    /// <param name="orderAsc">Oldest first (true) or newest first (false); v8 and later. Null leaves the order to the server.</param>
    /// <param name="startAt">The number of items to skip, 0 or more; only items that pass the filter count, in every version.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <exception cref="ApiFeatureNotSupportedException">The version is v5 or below, or an order was requested on v7 or below.</exception>
    /// <exception cref="LogItemsApiException">The API returned an error; the items before it were delivered.</exception>
    IAsyncEnumerable<LogItem> GetDataRetrievalLogItemsAsync(
        Guid sessionId, LogItemLevel? level = null, bool? orderAsc = null, int startAt = 0, CancellationToken cancellationToken = default);

    /// <summary>Reads the log items of a data retrieval session, page after page, as they are consumed. API v6 and later.</summary>
    /// <param name="sessionId">The data retrieval session.</param>
    /// <param name="filter">The filter for items; the client applies the levels.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <exception cref="ApiFeatureNotSupportedException">The version is v5 or below, or an order was requested on v7 or below.</exception>
    /// <exception cref="LogItemsApiException">The API returned an error; the items before it were delivered.</exception>
    IAsyncEnumerable<LogItem> GetDataRetrievalLogItemsAsync(Guid sessionId, LogItemFilter filter, CancellationToken cancellationToken = default);

    /// <summary>Reads the job sessions, page after page, as they are consumed.</summary>
    /// <param name="status">Only sessions in this state; filtered by the server if it can (v8), else by the client.</param>
    /// <param name="endTimeLowerBound">
    /// Only sessions that ended at this time or later, and those that are running; by the server from v6 on, else by the client.
    /// </param>
    /// <param name="endTimeUpperBound">Only sessions that ended at this time or earlier; by the server from v7 on, else by the client.</param>
    /// <param name="jobType">Only sessions of jobs of this type; v6 and later.</param>
    /// <param name="jobId">Only sessions of this job.</param>
    /// <param name="startAt">The number of sessions to skip, 0 or more; only sessions that pass the filters count, in every version.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <exception cref="ApiFeatureNotSupportedException">A type was requested on v5 or below, or together with a job on v6.</exception>
    /// <exception cref="LogItemsApiException">The API returned an error; the sessions before it were delivered.</exception>
    IAsyncEnumerable<JobSession> GetJobSessionsAsync(
        JobSessionStatus? status = null,
        DateTimeOffset? endTimeLowerBound = null,
        DateTimeOffset? endTimeUpperBound = null,
        JobType? jobType = null,
        Guid? jobId = null,
        int startAt = 0,
        CancellationToken cancellationToken = default);

    /// <summary>Reads the job sessions, page after page, as they are consumed.</summary>
    /// <param name="filter">The filter for sessions, which the server applies if it can, else the client, with the same result.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <exception cref="ApiFeatureNotSupportedException">The version has no such filter and its sessions do not have the property.</exception>
    /// <exception cref="LogItemsApiException">The API returned an error; the sessions before it were delivered.</exception>
    IAsyncEnumerable<JobSession> GetJobSessionsAsync(JobSessionFilter filter, CancellationToken cancellationToken = default);

    /// <summary>Reads the backup jobs, page after page where the version has pages, as they are consumed.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <exception cref="LogItemsApiException">The API returned an error; the jobs before it were delivered.</exception>
    IAsyncEnumerable<Job> GetJobsAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the users, groups, sites and teams that a job session processed, with their results. API v7 and later.</summary>
    /// <param name="sessionId">The job session.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <exception cref="ApiFeatureNotSupportedException">The version is v6 or below.</exception>
    /// <exception cref="LogItemsApiException">The API returned an error; the objects before it were delivered.</exception>
    IAsyncEnumerable<ProcessedObject> GetProcessedObjectsAsync(Guid sessionId, CancellationToken cancellationToken = default);

    /// <summary>Reads the data retrieval sessions, page after page, as they are consumed. API v6 and later.</summary>
    /// <param name="dataRetrievalId">Only sessions of this data retrieval; null for all.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <exception cref="ApiFeatureNotSupportedException">The version is v5 or below.</exception>
    /// <exception cref="LogItemsApiException">The API returned an error; the sessions before it were delivered.</exception>
    IAsyncEnumerable<DataRetrievalSession> GetDataRetrievalSessionsAsync(Guid? dataRetrievalId = null, CancellationToken cancellationToken = default);
}
