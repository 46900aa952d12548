using System.Text.Json;

namespace LogItems.FakeServer.Faults;

/// <summary>A body in which something stands before one of its values or brackets that stands nowhere in JSON.</summary>
internal sealed class GarbageFault : BodyFault
{
    private static readonly byte[] Garbage = "~"u8.ToArray();

    protected override async Task<bool> TryAnswerAsync(FaultyCall call, ReadOnlyMemory<byte> body)
    {
        call.Strike();
        var place = PlaceOf((int)call.Random.Next(CountTokens(body.Span)), body.Span);
        await call.SendAsync(body[..place]);
        await call.SendAsync(Garbage);
        await call.SendAsync(body[place..]);
        return true;
    }

    private static int CountTokens(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var count = 0;
        while (reader.Read())
        {
            count++;
        }

        return count;
    }

    private static int PlaceOf(int token, ReadOnlySpan<byte> json)
    {
        // Between tokens, because inside a text some readers would let it pass.
        var reader = new Utf8JsonReader(json);
        for (var index = 0; index <= token; index++)
        {
            reader.Read();
        }

        return (int)reader.TokenStartIndex;
    }
}
