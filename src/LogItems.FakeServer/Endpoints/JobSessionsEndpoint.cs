using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Data;
using LogItems.FakeServer.Facts;
using LogItems.FakeServer.Querying;
using LogItems.FakeServer.Wire;

namespace LogItems.FakeServer.Endpoints;

/// <summary>Lists the job sessions.</summary>
internal sealed class JobSessionsEndpoint(SessionStore sessions) : IFakeEndpoint
{
    // A set keeps its ID from page to page; the service's behavior is not documented.
    private readonly Guid _setId = Guid.NewGuid();

    public ContractOperation Operation => Operations.ListJobSessions;

    public Task AnswerAsync(FakeCall call)
    {
        var query = JobSessionQuery.Read(call);
        List<FakeSession> matches =
            [.. sessions.All.Where(session => session.Kind == FakeSessionKind.Job && query.Matches(session))];
        var page = new WirePage<FakeSession>(Schemas.JobSessionPage, call.Links.JobSessions, _setId, matches.Count, matches.Skip(query.Page.Offset));
        return PageWriter.WriteAsync(call, query.Page, page, new JobSessionWriter(call.Version, call.Links).Write);
    }
}
