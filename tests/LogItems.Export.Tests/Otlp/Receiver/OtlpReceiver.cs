using System.Collections.Concurrent;
using System.Net;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LogItems.Export.Tests.Otlp.Receiver;

/// <summary>A receiver of OTLP that is built from other libraries than the sink: gRPC and Protocol Buffers of their projects.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private const string HeadersKey = "Headers";

    private WebApplication _app = null!;

    private OtlpReceiver()
    {
    }

    /// <summary>What is answered to the next requests; everything is accepted when there is nothing left.</summary>
    public ConcurrentQueue<OtlpAnswer> Answers { get; } = new();

    /// <summary>What is answered to a request that <see cref="Answers"/> has nothing for; null to accept it.</summary>
    public Func<IMessage, OtlpAnswer?> Judge { get; set; } = _ => null;

    /// <summary>All requests, in their order.</summary>
    public ConcurrentQueue<ReceivedRequest> Requests { get; } = new();

    /// <summary>Called for each request before it is answered.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = _ => Task.CompletedTask;

    public IEnumerable<LogRecord> Logs => Accepted<ExportLogsServiceRequest>()
        .SelectMany(request => request.ResourceLogs).SelectMany(server => server.ScopeLogs).SelectMany(scope => scope.LogRecords);

    public IEnumerable<Span> Spans => Accepted<ExportTraceServiceRequest>()
        .SelectMany(request => request.ResourceSpans).SelectMany(server => server.ScopeSpans).SelectMany(scope => scope.Spans);

    public static async Task<OtlpReceiver> StartAsync(int httpPort = 0)
    {
        var receiver = new OtlpReceiver();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, httpPort, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddSingleton(receiver);
        builder.Services.AddGrpc();
        builder.Services.AddRequestDecompression();
        var app = receiver._app = builder.Build();
        app.Use((context, next) =>
        {
            // Decompression takes the header away.
            context.Items[HeadersKey] = context.Request.Headers.ToDictionary(
                header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            return next(context);
        });
        app.UseRequestDecompression();
        app.MapPost("/v1/logs", context => receiver.AnswerAsync(context, ExportLogsServiceRequest.Parser, Accept));
        app.MapPost("/v1/traces", context => receiver.AnswerAsync(context, ExportTraceServiceRequest.Parser, Accept));
        app.MapGrpcService<LogsReceiver>();
        app.MapGrpcService<TraceReceiver>();
        await app.StartAsync();
        return receiver;
    }

    /// <summary>The address for a protocol.</summary>
    public Uri Address(OtlpProtocol protocol) =>
        new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ElementAt(protocol == OtlpProtocol.Grpc ? 1 : 0));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Answers a request of gRPC.</summary>
    public async Task<TResponse> AnswerAsync<TRequest, TResponse>(TRequest request, ServerCallContext context, Func<OtlpAnswer, TRequest, TResponse> accept)
        where TRequest : IMessage
    {
        var answer = await NextAsync(request, context.GetHttpContext());
        return answer.IsAccepted ? accept(answer, request) : throw answer.ToRpcException();
    }

    /// <summary>The response to a request with logs.</summary>
    public static ExportLogsServiceResponse Accept(OtlpAnswer answer, ExportLogsServiceRequest request) => answer is { Rejected: 0, Message: "" }
        ? new()
        : new() { PartialSuccess = new() { RejectedLogRecords = answer.Rejected, ErrorMessage = answer.Message } };

    /// <summary>The response to a request with spans.</summary>
    public static ExportTraceServiceResponse Accept(OtlpAnswer answer, ExportTraceServiceRequest request) => answer is { Rejected: 0, Message: "" }
        ? new()
        : new() { PartialSuccess = new() { RejectedSpans = answer.Rejected, ErrorMessage = answer.Message } };

    private async Task AnswerAsync<TRequest>(HttpContext context, MessageParser<TRequest> parser, Func<OtlpAnswer, TRequest, IMessage> accept)
        where TRequest : IMessage<TRequest>
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var request = parser.ParseFrom(body.ToArray());
        var answer = await NextAsync(request, context);
        await answer.WriteAsync(context.Response, accept(answer, request));
    }

    private async Task<OtlpAnswer> NextAsync(IMessage request, HttpContext context)
    {
        await Before(context.RequestAborted);
        var answer = Answers.TryDequeue(out var next) ? next : Judge(request) ?? OtlpAnswer.Accept;
        Requests.Enqueue(new ReceivedRequest(request, (Dictionary<string, string>)context.Items[HeadersKey]!, answer));
        return answer;
    }

    private IEnumerable<T> Accepted<T>() => Requests.Where(request => request.Answer.IsAccepted).Select(request => request.Message).OfType<T>();
}
