using LogItems.FakeServer.Calls;

namespace LogItems.FakeServer.Querying;

/// <summary>The requested jobs. A fake job belongs to no organization.</summary>
internal sealed record JobQuery(PageQuery Page, Guid? OrganizationId, Guid? RepositoryId)
{
    public static JobQuery Read(FakeCall call) =>
        new(PageQuery.Read(call), call.Parameters.Id("organizationId"), call.Parameters.Id("repositoryId"));

    public bool Matches(IGrouping<Guid, FakeSession> job) =>
        OrganizationId is null && (RepositoryId is null || job.Any(session => session.RepositoryId == RepositoryId));
}
