namespace LogItems.FakeServer.Faults;

/// <summary>A truncated body, followed by closing the connection.</summary>
internal sealed class TruncateFault : BodyFault
{
    protected override async Task<bool> TryAnswerAsync(FaultyCall call, ReadOnlyMemory<byte> body)
    {
        call.RecordInjection();
        var isDeclared = call.Random.Next(2) == 0;
        if (isDeclared)
        {
            call.Response.ContentLength = body.Length;
        }

        await call.SendAsync(body[..(int)(1 + call.Random.Next(body.Length - 1))]);

        // A failed response ends without its final chunk, and its connection is closed, not reset.
        throw new IOException("The response was aborted by an injected fault.");
    }
}
