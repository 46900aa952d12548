namespace LogItems.FakeServer.Faults;

/// <summary>A body that ends too early, together with its connection.</summary>
internal sealed class TruncateFault : BodyFault
{
    protected override async Task<bool> TryAnswerAsync(FaultyCall call, ReadOnlyMemory<byte> body)
    {
        call.Strike();
        var isDeclared = call.Random.Next(2) == 0;
        if (isDeclared)
        {
            call.Response.ContentLength = body.Length;
        }

        await call.SendAsync(body[..(int)(1 + call.Random.Next(body.Length - 1))]);

        // An answer that fails on its way ends without its end mark, and its connection is closed, not reset.
        throw new IOException("The response was aborted by an injected fault.");
    }
}
