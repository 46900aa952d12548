using LogItems.FakeServer.Data;

namespace LogItems.FakeServer;

/// <summary>A session and its items, as data; each version's wire form is derived from it.</summary>
/// <remarks>A session may grow and finish while a server uses it: each response sees one consistent state.</remarks>
public sealed partial class FakeSession
{
    private volatile SessionOutcome _outcome = new("Success", null);

    /// <summary>The session's ID.</summary>
    /// <value>Default: a new random ID.</value>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>The resource that the session belongs to.</summary>
    /// <value>Default <see cref="FakeSessionKind.Job"/>.</value>
    public FakeSessionKind Kind { get; init; }

    /// <summary>The session's details.</summary>
    /// <value>Default null.</value>
    /// <remarks>v6 and later.</remarks>
    public string? Details { get; init; }

    /// <summary>The start time; its UTC offset is kept on the wire.</summary>
    public required DateTimeOffset CreationTime { get; init; }

    /// <summary>The end time; null while the session is running.</summary>
    public DateTimeOffset? EndTime
    {
        get => _outcome.EndTime;
        init => _outcome = _outcome with { EndTime = value };
    }

    /// <summary>The state of the session, written as is.</summary>
    /// <value>
    /// Stopped, Running, Success, Failed, Warning, NotConfigured, Disconnected or Queued; default <c>Success</c>.
    /// </value>
    public string Status
    {
        get => _outcome.Status;
        init => _outcome = _outcome with { Status = value };
    }

    /// <summary>The order number of the retry.</summary>
    /// <value>0 for a first run; default 0.</value>
    /// <remarks>v6 and later.</remarks>
    public int RetryCount { get; init; }

    /// <summary>The number of processed objects.</summary>
    /// <value>Objects; default 0.</value>
    public int Progress { get; init; }

    /// <summary>Rates and sizes.</summary>
    /// <value>Default: all zero.</value>
    public FakeSessionStatistics Statistics { get; init; } = new();

    /// <summary>The job that ran.</summary>
    /// <value>Default: the zero ID.</value>
    /// <remarks>v8 as <c>jobId</c>; every version in the link <c>job</c>.</remarks>
    public Guid JobId { get; init; }

    /// <summary>The name of the job that the session is a run of.</summary>
    /// <value>Default <c>Backup</c>.</value>
    public string JobName { get; init; } = "Backup";

    /// <summary>The repository that the job writes to.</summary>
    /// <value>Default: the zero ID.</value>
    /// <remarks>v7 and later.</remarks>
    public Guid RepositoryId { get; init; }

    /// <summary>The session that this one retries.</summary>
    /// <value>Default: the zero ID, for a session that is not a retry.</value>
    /// <remarks>v7 and later.</remarks>
    public Guid MainSessionId { get; init; }

    /// <summary>Gets whether the job will be retried.</summary>
    /// <value>Default false.</value>
    /// <remarks>v7 and later.</remarks>
    public bool? JobWillBeRetried { get; init; } = false;

    /// <summary>The type of the job.</summary>
    /// <value><c>Backup</c> or <c>Copy</c>; default <c>Backup</c>.</value>
    /// <remarks>v7 and later; v6 only filters by it.</remarks>
    public string JobType { get; init; } = "Backup";

    /// <summary>The type of the synchronization.</summary>
    /// <value><c>Full</c> or <c>Incremental</c>; default <c>Incremental</c>.</value>
    /// <remarks>v8 and later.</remarks>
    public string JobSessionConfigType { get; init; } = "Incremental";

    /// <summary>The revision of the session.</summary>
    /// <value>Default 0.</value>
    /// <remarks>v8 and later.</remarks>
    public long ETag { get; init; }

    /// <summary>The proxy that the job ran on.</summary>
    /// <value>Default null.</value>
    /// <remarks>v8 and later.</remarks>
    public Guid? ProxyId { get; init; }

    /// <summary>The pool of proxies that the job ran on.</summary>
    /// <value>Default null.</value>
    /// <remarks>v8 and later.</remarks>
    public Guid? ProxyPoolId { get; init; }

    /// <summary>Ends a running session and its running items.</summary>
    /// <remarks>
    /// The items end first, with the level of the status: <c>Error</c> for <c>Failed</c>, <c>Warning</c> for <c>Warning</c>,
    /// <c>Stop</c> for <c>Stopped</c>, <c>Success</c> for any other. Then the session's status and end change together.
    /// </remarks>
    public void Finish(string status, DateTimeOffset endTime)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(status);
        var type = status switch
        {
            "Failed" => "Error",
            "Warning" => "Warning",
            "Stopped" => "Stop",
            _ => "Success",
        };
        _items.EndRunning(type, endTime);
        _outcome = new SessionOutcome(status, endTime);
    }

    /// <summary>The state and the end as one value, so that no reader sees one without the other.</summary>
    internal SessionOutcome Outcome => _outcome;
}
