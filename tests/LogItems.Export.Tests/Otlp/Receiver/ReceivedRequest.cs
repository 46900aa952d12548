using Google.Protobuf;

namespace LogItems.Export.Tests.Otlp.Receiver;

/// <summary>A request that the receiver has read, accepted or not.</summary>
internal sealed record ReceivedRequest(IMessage Message, IReadOnlyDictionary<string, string> Headers, OtlpAnswer Answer)
{
    public int Count => Message switch
    {
        ExportLogsServiceRequest logs => logs.ResourceLogs.Sum(server => server.ScopeLogs.Sum(scope => scope.LogRecords.Count)),
        ExportTraceServiceRequest spans => spans.ResourceSpans.Sum(server => server.ScopeSpans.Sum(scope => scope.Spans.Count)),
        _ => 0,
    };
}
