using LogItems.FakeServer.Calls;
using LogItems.FakeServer.State;

namespace LogItems.FakeServer.Endpoints;

/// <summary>All operations of the fake server.</summary>
internal static class EndpointTable
{
    public static IReadOnlyList<IFakeEndpoint> Create(FakeState state) =>
    [
        new TokenEndpoint(state),
        new LogoutEndpoint(state.Tokens),
        new ServiceInstanceEndpoint(),
        new JobSessionsEndpoint(state.Sessions),
        new JobSessionEndpoint(state.Sessions),
        new ProcessedObjectsEndpoint(state.Sessions),
        new JobsEndpoint(state.Sessions),
        new JobEndpoint(state.Sessions),
        new SessionsOfJobEndpoint(state.Sessions),
        new DataRetrievalSessionsEndpoint(state.Sessions),
        new DataRetrievalSessionEndpoint(state.Sessions),
        new LogItemsEndpoint(state, FakeSessionKind.Job),
        new LogItemEndpoint(state, FakeSessionKind.Job),
        new LogItemsEndpoint(state, FakeSessionKind.DataRetrieval),
        new LogItemEndpoint(state, FakeSessionKind.DataRetrieval),
    ];
}
