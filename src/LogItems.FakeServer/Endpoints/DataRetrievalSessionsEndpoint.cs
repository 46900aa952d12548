using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Data;
using LogItems.FakeServer.Facts;
using LogItems.FakeServer.Querying;
using LogItems.FakeServer.Wire;

namespace LogItems.FakeServer.Endpoints;

/// <summary>Lists the data retrieval sessions.</summary>
internal sealed class DataRetrievalSessionsEndpoint(SessionStore sessions) : IFakeEndpoint
{
    private readonly Guid _setId = Guid.NewGuid();

    public ContractOperation Operation => Operations.ListDataRetrievalSessions;

    public Task AnswerAsync(FakeCall call)
    {
        var retrieval = call.Parameters.Id("dataRetrievalId");
        var query = PageQuery.Read(call);
        List<FakeSession> matches =
            [.. sessions.All.Where(session => session.Kind == FakeSessionKind.DataRetrieval && (retrieval ?? session.JobId) == session.JobId)];
        var page = new WirePage<FakeSession>(
            Schemas.DataRetrievalSessionPage, call.Links.DataRetrievalSessions, _setId, matches.Count, matches.Skip(query.Offset));
        return PageWriter.WriteAsync(call, query, page, new DataRetrievalSessionWriter(call.Version, call.Links).Write);
    }
}
