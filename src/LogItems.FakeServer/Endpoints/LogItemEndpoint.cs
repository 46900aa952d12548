using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Facts;
using LogItems.FakeServer.State;
using LogItems.FakeServer.Wire;

namespace LogItems.FakeServer.Endpoints;

/// <summary>Returns one item of a session.</summary>
internal sealed class LogItemEndpoint(FakeState state, FakeSessionKind kind) : IFakeEndpoint
{
    private const string LogItemId = "logItemId";

    public ContractOperation Operation => kind == FakeSessionKind.Job ? Operations.GetLogItem : Operations.GetDataRetrievalLogItem;

    public Task AnswerAsync(FakeCall call)
    {
        var session = state.Sessions.FindFor(call, kind);
        var id = call.PathId(LogItemId);
        var items = session.Snapshot();
        var item = items.Find(id) ?? throw ApiErrorException.NotFound("log item", id);
        var writer = new LogItemWriter(call.Version, session, call.Links);
        return state.Options.V3OneItemAsArray && Operation.ArrayBodies.Includes(call.Version)
            ? PageWriter.WriteArrayAsync(call, items, writer.Write)
            : call.SendAsync(json => writer.Write(json, item));
    }
}
