using LogItems.FakeServer.Calls;

namespace LogItems.FakeServer.Faults;

/// <summary>An error in the version's own words.</summary>
internal sealed class ErrorFault(int status, ErrorCode code, string message, RetryAfter? retryAfter = null) : IFault
{
    public bool MeetsTokens => true;

    public Task AnswerAsync(FaultyCall call)
    {
        call.Strike();
        if (retryAfter is not null)
        {
            call.Response.Headers.RetryAfter = retryAfter.Next();
        }

        throw RefusalException.Failure(status, code, message);
    }
}
