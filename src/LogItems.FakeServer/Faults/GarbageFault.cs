using System.Text.Json;

namespace LogItems.FakeServer.Faults;

/// <summary>A body with an invalid character before one of its JSON tokens.</summary>
internal sealed class GarbageFault : BodyFault
{
    private static readonly byte[] Garbage = "~"u8.ToArray();

    protected override async Task<bool> TryAnswerAsync(FaultyCall call, ReadOnlyMemory<byte> body)
    {
        call.RecordInjection();
        var position = PositionOf((int)call.Random.Next(CountTokens(body.Span)), body.Span);
        await call.SendAsync(body[..position]);
        await call.SendAsync(Garbage);
        await call.SendAsync(body[position..]);
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

    private static int PositionOf(int token, ReadOnlySpan<byte> json)
    {
        // The character is inserted between tokens, because some readers would accept it inside a text.
        var reader = new Utf8JsonReader(json);
        for (var index = 0; index <= token; index++)
        {
            reader.Read();
        }

        return (int)reader.TokenStartIndex;
    }
}
