using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Data;
using LogItems.FakeServer.Facts;
using LogItems.FakeServer.Wire;

namespace LogItems.FakeServer.Endpoints;

/// <summary>Returns one data retrieval session.</summary>
internal sealed class DataRetrievalSessionEndpoint(SessionStore sessions) : IFakeEndpoint
{
    public ContractOperation Operation => Operations.GetDataRetrievalSession;

    public Task AnswerAsync(FakeCall call)
    {
        var session = sessions.FindFor(call, FakeSessionKind.DataRetrieval);
        return call.SendAsync(json => new DataRetrievalSessionWriter(call.Version, call.Links).Write(json, session));
    }
}
