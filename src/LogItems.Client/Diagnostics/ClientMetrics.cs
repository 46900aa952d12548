using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LogItems.Diagnostics;

/// <summary>The client's metrics for OpenTelemetry: the meter and the activity source are named <c>LogItems.Client</c>.</summary>
internal static class ClientMetrics
{
    public const string Name = "LogItems.Client";

    public static readonly ActivitySource Activities = new(Name);

    private static readonly Meter Meter = new(Name);

    public static readonly Counter<long> Pages = Meter.CreateCounter<long>("logitems.client.pages", "{page}", "Pages received.");
    public static readonly Counter<long> Items = Meter.CreateCounter<long>("logitems.client.items", "{item}", "Items received.");
    public static readonly Counter<long> Retries = Meter.CreateCounter<long>("logitems.client.retries", "{retry}", "Retried requests, by error.type.");
    public static readonly Counter<long> TokenRequests =
        Meter.CreateCounter<long>("logitems.client.token_requests", "{request}", "Requests to the token endpoint.");
    public static readonly Counter<long> UnreadableValues =
        Meter.CreateCounter<long>("logitems.client.unreadable_values", "{value}", "Values on the wire that their properties could not hold.");
    public static readonly Counter<long> ConcurrentChanges =
        Meter.CreateCounter<long>("logitems.client.paging_shifts", "{shift}", "Pages at which a concurrent change of the list was detected.");
}
