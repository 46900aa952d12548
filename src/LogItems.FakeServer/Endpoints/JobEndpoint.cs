using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Data;
using LogItems.FakeServer.Facts;
using LogItems.FakeServer.Wire;

namespace LogItems.FakeServer.Endpoints;

/// <summary>Returns one job.</summary>
internal sealed class JobEndpoint(SessionStore sessions) : IFakeEndpoint
{
    public ContractOperation Operation => Operations.GetJob;

    public Task AnswerAsync(FakeCall call)
    {
        var job = sessions.FindJobFor(call);
        return call.SendAsync(json => new JobWriter(call.Version, call.Links).Write(json, job));
    }
}
