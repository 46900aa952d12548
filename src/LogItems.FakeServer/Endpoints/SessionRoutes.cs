using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Data;

namespace LogItems.FakeServer.Endpoints;

/// <summary>Finds the session or job in a path.</summary>
internal static class SessionRoutes
{
    private const string SessionId = "sessionId";
    private const string JobId = "jobId";

    /// <summary>The jobs that the sessions belong to.</summary>
    public static IEnumerable<IGrouping<Guid, FakeSession>> Jobs(this SessionStore sessions) =>
        sessions.All.Where(session => session.Kind == FakeSessionKind.Job).GroupBy(session => session.JobId);

    /// <summary>Finds the job in the path.</summary>
    public static IGrouping<Guid, FakeSession> FindJobFor(this SessionStore sessions, FakeCall call)
    {
        var id = call.PathId(JobId);
        return sessions.Jobs().FirstOrDefault(job => job.Key == id) ?? throw ApiErrorException.NotFound("job", id);
    }

    /// <summary>Finds the session in the path.</summary>
    public static FakeSession FindFor(this SessionStore sessions, FakeCall call, FakeSessionKind kind)
    {
        var id = call.PathId(SessionId);
        var name = kind == FakeSessionKind.Job ? "job session" : "data retrieval session";
        return sessions.Find(id, kind) ?? throw ApiErrorException.NotFound(name, id);
    }
}
