using Microsoft.AspNetCore.Http;

namespace LogItems.FakeServer.Faults;

/// <summary>A fault of the body of a good answer; an error keeps its body.</summary>
internal abstract class BodyFault : IFault
{
    public async Task AnswerAsync(FaultyCall call)
    {
        var body = await call.RecordAsync();
        if (call.Response.StatusCode != StatusCodes.Status200OK || body.IsEmpty || !await TryAnswerAsync(call, body))
        {
            await call.SendAsync(body);
        }
    }

    /// <summary>Answers; does nothing and returns false where there is nothing in the body that could go wrong.</summary>
    protected abstract Task<bool> TryAnswerAsync(FaultyCall call, ReadOnlyMemory<byte> body);
}
