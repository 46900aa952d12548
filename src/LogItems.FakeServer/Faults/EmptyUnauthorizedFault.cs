using LogItems.FakeServer.Tokens;

namespace LogItems.FakeServer.Faults;

/// <summary>A valid token that is rejected.</summary>
internal sealed class EmptyUnauthorizedFault : IFault
{
    public Task AnswerAsync(FaultyCall call)
    {
        call.RecordInjection();
        BearerTokenValidator.Reject(call.Response);
        return Task.CompletedTask;
    }
}
