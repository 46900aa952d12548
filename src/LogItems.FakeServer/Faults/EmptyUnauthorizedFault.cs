using LogItems.FakeServer.Tokens;

namespace LogItems.FakeServer.Faults;

/// <summary>A token that is refused although it is good.</summary>
internal sealed class EmptyUnauthorizedFault : IFault
{
    public Task AnswerAsync(FaultyCall call)
    {
        call.Strike();
        BearerTokenValidator.Refuse(call.Response);
        return Task.CompletedTask;
    }
}
