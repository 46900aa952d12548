using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Data;
using LogItems.FakeServer.Facts;
using LogItems.FakeServer.Querying;
using LogItems.FakeServer.Wire;

namespace LogItems.FakeServer.Endpoints;

/// <summary>Lists the objects that a job session processed: those that its items name.</summary>
internal sealed class ProcessedObjectsEndpoint(SessionStore sessions) : IFakeEndpoint
{
    public ContractOperation Operation => Operations.ListProcessedObjects;

    public Task AnswerAsync(FakeCall call)
    {
        var session = sessions.FindFor(call, FakeSessionKind.Job);
        var query = PageQuery.Read(call);
        var objects = SessionObject.Of(session);
        var page = new WirePage<SessionObject>(
            Schemas.ProcessedObjectPage, call.Links.ProcessedObjects(session), session.Id, objects.Count, objects.Skip(query.Offset));
        return PageWriter.WriteAsync(call, query, page, new ProcessedObjectWriter(call.Version, call.Links, session).Write);
    }
}
