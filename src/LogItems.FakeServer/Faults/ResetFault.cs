using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace LogItems.FakeServer.Faults;

/// <summary>A connection that is reset: before the response, in the middle of its headers or in the middle of its body.</summary>
internal sealed class ResetFault : IFault
{
    private static readonly byte[] PartialHeaders = "HTTP/1.1 200 OK\r\nContent-Type: applica"u8.ToArray();

    public bool AffectsTokenEndpoints => true;

    public Task AnswerAsync(FaultyCall call) => call.Random.Next(3) switch
    {
        0 => ResetImmediatelyAsync(call),
        1 => ResetInHeadersAsync(call),
        _ => ResetInBodyAsync(call),
    };

    private static Task ResetImmediatelyAsync(FaultyCall call)
    {
        call.RecordInjection();
        call.Reset();
        return Task.CompletedTask;
    }

    private static async Task ResetInHeadersAsync(FaultyCall call)
    {
        call.RecordInjection();

        // The headers are written past Kestrel, which sends all of them or none; nothing else is in progress before the response begins.
        var connection = call.Http.Features.GetRequiredFeature<IConnectionTransportFeature>();
        await connection.Transport.Output.WriteAsync(PartialHeaders, call.Http.RequestAborted);
        call.Reset();
    }

    private static async Task ResetInBodyAsync(FaultyCall call)
    {
        var body = await call.RecordAsync();
        call.RecordInjection();
        if (body.Length > 0)
        {
            call.Response.ContentLength = body.Length;
            await call.SendAsync(body[..(int)call.Random.Next(body.Length)]);
        }

        call.Reset();
    }
}
