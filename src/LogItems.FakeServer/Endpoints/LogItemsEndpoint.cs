using LogItems.FakeServer.Data;
using LogItems.FakeServer.Hosting;
using LogItems.FakeServer.Querying;
using LogItems.FakeServer.Wire;

namespace LogItems.FakeServer.Endpoints;

/// <summary>Lists the items of a session.</summary>
internal sealed class LogItemsEndpoint(SessionStore sessions, FakeSessionKind kind) : IFakeEndpoint
{
    public string Route => $"{kind.Route()}/LogItems";

    public ApiVersion Since => kind.Since();

    public Task AnswerAsync(FakeCall call)
    {
        var session = sessions.FindFor(call, kind);
        var query = LogItemQuery.Read(call, kind);
        var items = session.Snapshot();

        // A set keeps its id from page to page, so the session's own does; what the service does is not published.
        var page = new WirePage<FakeLogItem>(call.Links.LogItems(session), session.Id, items.Count, query.Rest(items));
        return PageWriter.WriteAsync(call, query.Page, page, new LogItemWriter(call.Version, session, call.Links).Write);
    }
}
