namespace LogItems.FakeServer.Faults;

/// <summary>The correct body, sent in pieces with pauses between them.</summary>
internal sealed class SlowFault(TimeSpan duration, TimeProvider clock) : BodyFault
{
    private const int Pieces = 10;

    protected override async Task<bool> TryAnswerAsync(FaultyCall call, ReadOnlyMemory<byte> body)
    {
        call.RecordInjection();
        var pieces = Math.Min(Pieces, body.Length);
        for (var piece = 0; piece < pieces; piece++)
        {
            if (piece > 0)
            {
                await Task.Delay(duration / (pieces - 1), clock, call.Http.RequestAborted);
            }

            var from = (int)((long)body.Length * piece / pieces);
            var to = (int)((long)body.Length * (piece + 1) / pieces);
            await call.SendAsync(body[from..to]);
        }

        return true;
    }
}
