using Grpc.Core;

namespace LogItems.Export.Tests.Otlp.Receiver;

/// <summary>The gRPC service for traces.</summary>
internal sealed class TraceReceiver(OtlpReceiver receiver) : TraceService.TraceServiceBase
{
    public override Task<ExportTraceServiceResponse> Export(ExportTraceServiceRequest request, ServerCallContext context) =>
        receiver.AnswerAsync<ExportTraceServiceRequest, ExportTraceServiceResponse>(request, context, OtlpReceiver.Accept);
}
