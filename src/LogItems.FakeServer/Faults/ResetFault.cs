using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace LogItems.FakeServer.Faults;

/// <summary>A connection that is reset: before the answer, in the middle of its headers or in the middle of its body.</summary>
internal sealed class ResetFault : IFault
{
    private static readonly byte[] HalfOfTheHeaders = "HTTP/1.1 200 OK\r\nContent-Type: applica"u8.ToArray();

    public bool MeetsTokens => true;

    public Task AnswerAsync(FaultyCall call) => call.Random.Next(3) switch
    {
        0 => ResetAtOnceAsync(call),
        1 => ResetInHeadersAsync(call),
        _ => ResetInBodyAsync(call),
    };

    private static Task ResetAtOnceAsync(FaultyCall call)
    {
        call.Strike();
        call.Reset();
        return Task.CompletedTask;
    }

    private static async Task ResetInHeadersAsync(FaultyCall call)
    {
        call.Strike();

        // Past the server, which sends all headers or none; it has nothing under way here before its answer begins.
        var connection = call.Http.Features.GetRequiredFeature<IConnectionTransportFeature>();
        await connection.Transport.Output.WriteAsync(HalfOfTheHeaders, call.Http.RequestAborted);
        call.Reset();
    }

    private static async Task ResetInBodyAsync(FaultyCall call)
    {
        var body = await call.RecordAsync();
        call.Strike();
        if (body.Length > 0)
        {
            call.Response.ContentLength = body.Length;
            await call.SendAsync(body[..(int)call.Random.Next(body.Length)]);
        }

        call.Reset();
    }
}
