using LogItems.FakeServer.Hosting;
using LogItems.FakeServer.Wire;

namespace LogItems.FakeServer.Endpoints;

/// <summary>Answers one item of a session.</summary>
internal sealed class LogItemEndpoint(FakeState state, FakeSessionKind kind) : IFakeEndpoint
{
    private const string LogItemId = "logItemId";

    public string Operation => kind == FakeSessionKind.Job ? "GetLogItem" : "GetDataRetrievalLogItem";

    public string Route => $"{kind.Route()}/LogItems/{{{LogItemId}}}";

    public ApiVersion Since => kind.Since();

    public Task AnswerAsync(FakeCall call)
    {
        var session = state.Sessions.FindFor(call, kind);
        var id = call.PathId(LogItemId);
        var items = session.Snapshot();
        var item = items.Find(id) ?? throw RefusalException.NotFound("log item", id);
        var writer = new LogItemWriter(call.Version, session, call.Links);
        return call.Version == ApiVersion.V3 && state.Options.V3OneItemAsArray
            ? PageWriter.WriteArrayAsync(call, items, writer.Write)
            : call.SendAsync(json => writer.Write(json, item));
    }
}
