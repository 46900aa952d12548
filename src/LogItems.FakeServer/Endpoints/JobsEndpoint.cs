using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Data;
using LogItems.FakeServer.Facts;
using LogItems.FakeServer.Querying;
using LogItems.FakeServer.Wire;

namespace LogItems.FakeServer.Endpoints;

/// <summary>Lists the jobs that the sessions belong to.</summary>
internal sealed class JobsEndpoint(SessionStore sessions) : IFakeEndpoint
{
    private readonly Guid _setId = Guid.NewGuid();

    public ContractOperation Operation => Operations.ListJobs;

    public Task AnswerAsync(FakeCall call)
    {
        var query = JobQuery.Read(call);
        List<IGrouping<Guid, FakeSession>> jobs = [.. sessions.Jobs().Where(query.Matches)];
        var page = new WirePage<IGrouping<Guid, FakeSession>>(
            Schemas.JobPage, call.Links.Jobs, _setId, jobs.Count, jobs.Skip(query.Page.Offset));
        return PageWriter.WriteAsync(call, query.Page, page, new JobWriter(call.Version, call.Links).Write);
    }
}
