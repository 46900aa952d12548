namespace LogItems.Export;

/// <summary>The protocols of an OTLP receiver.</summary>
public enum OtlpProtocol
{
    /// <summary>Protocol Buffers over HTTP: <c>http/protobuf</c>, usually at port 4318.</summary>
    HttpProtobuf,

    /// <summary>gRPC: <c>grpc</c>, usually at port 4317.</summary>
    Grpc,
}
