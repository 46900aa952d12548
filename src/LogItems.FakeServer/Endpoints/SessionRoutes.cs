using LogItems.FakeServer.Data;
using LogItems.FakeServer.Hosting;

namespace LogItems.FakeServer.Endpoints;

/// <summary>Where each kind of session is found, and since when.</summary>
internal static class SessionRoutes
{
    public const string SessionId = "sessionId";

    public static string Route(this FakeSessionKind kind) =>
        kind == FakeSessionKind.Job ? $"/JobSessions/{{{SessionId}}}" : $"/DataRetrievalSessions/{{{SessionId}}}";

    public static ApiVersion Since(this FakeSessionKind kind) =>
        kind == FakeSessionKind.Job ? ApiVersion.V2 : ApiVersion.V6;

    /// <summary>The session that the path names.</summary>
    public static FakeSession FindFor(this SessionStore sessions, FakeCall call, FakeSessionKind kind)
    {
        var id = call.PathId(SessionId);
        var name = kind == FakeSessionKind.Job ? "job session" : "data retrieval session";
        return sessions.Find(id, kind) ?? throw RefusalException.NotFound(name, id);
    }
}
