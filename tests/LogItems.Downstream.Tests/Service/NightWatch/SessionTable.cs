using LogItems;

namespace NightWatch;

/// <summary>The columns that the service stores sessions in.</summary>
public static class SessionTable
{
    public static IReadOnlyDictionary<string, Func<JobSession, object?>> Columns { get; } = new Dictionary<string, Func<JobSession, object?>>
    {
        ["id"] = session => session.Id,
        ["details"] = session => session.Details,
        ["creationTime"] = session => session.CreationTime,
        ["endTime"] = session => session.EndTime,
        ["retryCount"] = session => session.RetryCount,
        ["progress"] = session => session.Progress,
        ["status"] = session => session.Status,
        ["statistics"] = session => session.Statistics,
        ["repositoryId"] = session => session.RepositoryId,
        ["mainSessionId"] = session => session.MainSessionId,
        ["jobWillBeRetried"] = session => session.JobWillBeRetried,
        ["jobType"] = session => session.JobType,
        ["jobId"] = session => session.JobId,
        ["jobSessionConfigType"] = session => session.JobSessionConfigType,
        ["eTag"] = session => session.ETag,
        ["proxyId"] = session => session.ProxyId,
        ["proxyPoolId"] = session => session.ProxyPoolId,
    };
}
