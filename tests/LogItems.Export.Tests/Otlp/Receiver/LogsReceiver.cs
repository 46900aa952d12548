using Grpc.Core;

namespace LogItems.Export.Tests.Otlp.Receiver;

/// <summary>The gRPC service for logs.</summary>
internal sealed class LogsReceiver(OtlpReceiver receiver) : LogsService.LogsServiceBase
{
    public override Task<ExportLogsServiceResponse> Export(ExportLogsServiceRequest request, ServerCallContext context) =>
        receiver.AnswerAsync<ExportLogsServiceRequest, ExportLogsServiceResponse>(request, context, OtlpReceiver.Accept);
}
