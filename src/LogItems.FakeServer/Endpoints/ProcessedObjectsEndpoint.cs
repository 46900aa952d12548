using LogItems.FakeServer.Data;
using LogItems.FakeServer.Facts;
using LogItems.FakeServer.Hosting;
using LogItems.FakeServer.Querying;
using LogItems.FakeServer.Wire;

namespace LogItems.FakeServer.Endpoints;

/// <summary>Lists the objects that a job session processed; a fake session has none.</summary>
internal sealed class ProcessedObjectsEndpoint(SessionStore sessions) : IFakeEndpoint
{
    public ContractOperation Operation => Operations.ListProcessedObjects;

    public Task AnswerAsync(FakeCall call)
    {
        var session = sessions.FindFor(call, FakeSessionKind.Job);
        var query = PageQuery.Read(call);
        var page = new WirePage<Guid>(Schemas.ProcessedObjectPage, $"{call.Links.Session(session)}/processedobjects", session.Id, 0, []);
        return PageWriter.WriteAsync(call, query, page, (_, _) => { });
    }
}
