using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Data;
using LogItems.FakeServer.Facts;
using LogItems.FakeServer.Querying;
using LogItems.FakeServer.Wire;

namespace LogItems.FakeServer.Endpoints;

/// <summary>Lists the sessions of one job.</summary>
internal sealed class SessionsOfJobEndpoint(SessionStore sessions) : IFakeEndpoint
{
    public ContractOperation Operation => Operations.ListSessionsOfJob;

    public Task AnswerAsync(FakeCall call)
    {
        var job = sessions.FindJobFor(call);
        var query = PageQuery.Read(call);
        var page = new WirePage<FakeSession>(
            Schemas.JobSessionPage, call.Links.SessionsOfJob(job.Key), job.Key, job.Count(), job.Skip(query.Offset));
        return PageWriter.WriteAsync(call, query, page, new JobSessionWriter(call.Version, call.Links).Write);
    }
}
