using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Data;
using LogItems.FakeServer.Facts;
using LogItems.FakeServer.Wire;

namespace LogItems.FakeServer.Endpoints;

/// <summary>Returns one job session.</summary>
internal sealed class JobSessionEndpoint(SessionStore sessions) : IFakeEndpoint
{
    public ContractOperation Operation => Operations.GetJobSession;

    public Task AnswerAsync(FakeCall call)
    {
        var session = sessions.FindFor(call, FakeSessionKind.Job);
        return call.SendAsync(json => new JobSessionWriter(call.Version, call.Links).Write(json, session));
    }
}
