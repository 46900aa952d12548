using LogItems.FakeServer.Data;
using LogItems.FakeServer.Hosting;

namespace LogItems.FakeServer.Endpoints;

/// <summary>Finds the session that a path names.</summary>
internal static class SessionRoutes
{
    private const string SessionId = "sessionId";

    /// <summary>The session that the path names.</summary>
    public static FakeSession FindFor(this SessionStore sessions, FakeCall call, FakeSessionKind kind)
    {
        var id = call.PathId(SessionId);
        var name = kind == FakeSessionKind.Job ? "job session" : "data retrieval session";
        return sessions.Find(id, kind) ?? throw RefusalException.NotFound(name, id);
    }
}
