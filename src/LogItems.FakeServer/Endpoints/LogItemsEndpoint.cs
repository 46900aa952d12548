using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Facts;
using LogItems.FakeServer.Querying;
using LogItems.FakeServer.State;
using LogItems.FakeServer.Wire;

namespace LogItems.FakeServer.Endpoints;

/// <summary>Lists the items of a session.</summary>
internal sealed class LogItemsEndpoint(FakeState state, FakeSessionKind kind) : IFakeEndpoint
{
    private readonly PreparedSessions? _prepared =
        state.Options is { PrepareResponses: true, BeforeItem: null } ? new PreparedSessions() : null;

    public ContractOperation Operation => kind == FakeSessionKind.Job ? Operations.ListLogItems : Operations.ListDataRetrievalLogItems;

    public Task AnswerAsync(FakeCall call)
    {
        var session = state.Sessions.FindFor(call, kind);
        var query = LogItemQuery.Read(call);
        var items = query.Order(session.Snapshot());
        var writer = new LogItemWriter(call.Version, session, call.Links);

        // A set keeps its ID from page to page, so the session's ID is used; the service's behavior is not documented.
        var page = new WirePage<FakeLogItem>(Schemas.LogItemPage, call.Links.LogItems(session), session.Id, items.Count, query.Rest(items))
        {
            BeforeEntry = GateOf(call),
        };
        return _prepared is not null && query.IsUnfiltered
            ? PageWriter.WriteAsync(call, query.Page, page, _prepared.Get(page.Href, items, writer))
            : PageWriter.WriteAsync(call, query.Page, page, writer.Write);
    }

    private Func<long, ValueTask>? GateOf(FakeCall call)
    {
        if (state.Options.BeforeItem is not { } gate)
        {
            return null;
        }

        var request = call.Note.Describe(call.Response.StatusCode);
        return place => gate(request, place);
    }
}
