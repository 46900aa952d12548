using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace LogItems.Export.Tests.Otlp.Receiver;

/// <summary>What the receiver answers, by either protocol.</summary>
internal sealed record OtlpAnswer(int HttpStatus = 200, StatusCode GrpcStatus = StatusCode.OK, string Message = "")
{
    public static readonly OtlpAnswer Accept = new();

    public static readonly OtlpAnswer Unavailable = new(503, StatusCode.Unavailable, "The queue is full.");

    public long Rejected { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The content type of the answer over HTTP.</summary>
    public string ContentType { get; init; } = "application/x-protobuf";

    public bool IsAccepted => HttpStatus == 200;

    public RpcException ToRpcException()
    {
        var status = new Google.Rpc.Status { Code = (int)GrpcStatus, Message = Message };
        if (RetryAfter is { } delay)
        {
            status.Details.Add(Any.Pack(new DebugInfo { Detail = "Not what is looked for." }));
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(delay) }));
        }

        return status.ToRpcException();
    }

    public async Task WriteAsync(Microsoft.AspNetCore.Http.HttpResponse response, IMessage accepted)
    {
        (response.StatusCode, response.ContentType) = (HttpStatus, ContentType);
        if (RetryAfter is { } delay)
        {
            response.Headers.RetryAfter = $"{delay.TotalSeconds}";
        }

        var body = IsAccepted ? accepted : new Google.Rpc.Status { Message = Message };
        await response.Body.WriteAsync(body.ToByteArray());
    }
}
