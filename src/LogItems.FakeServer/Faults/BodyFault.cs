using Microsoft.AspNetCore.Http;

namespace LogItems.FakeServer.Faults;

/// <summary>A fault in the body of a successful response; the bodies of errors are not changed.</summary>
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

    /// <summary>Sends the response; does nothing and returns false if the fault cannot be applied to the body.</summary>
    protected abstract Task<bool> TryAnswerAsync(FaultyCall call, ReadOnlyMemory<byte> body);
}
