namespace LogItems.Export.Otlp.Options;

/// <summary>A kind of telemetry.</summary>
/// <param name="Package">Its name in URLs and packages.</param>
/// <param name="Service">The gRPC service that receives it.</param>
/// <param name="Records">The name of its records in messages.</param>
internal sealed record OtlpSignal(string Package, string Service, string Records)
{
    public static OtlpSignal Logs { get; } = new("logs", "LogsService", "log records");

    public static OtlpSignal Spans { get; } = new("trace", "TraceService", "spans") { HttpName = "traces" };

    /// <summary>The name of the other signal.</summary>
    public string Other => this == Logs ? Spans.HttpName : Logs.HttpName;

    /// <summary>Its name in the path of OTLP over HTTP.</summary>
    public string HttpName { get; private init; } = Package;
}
