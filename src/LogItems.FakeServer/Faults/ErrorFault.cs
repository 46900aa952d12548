using LogItems.FakeServer.Calls;

namespace LogItems.FakeServer.Faults;

/// <summary>An error with the version's error body.</summary>
internal sealed class ErrorFault(int status, ErrorCode code, string message, RetryAfter? retryAfter = null) : IFault
{
    public bool AffectsTokenEndpoints => true;

    public Task AnswerAsync(FaultyCall call)
    {
        call.RecordInjection();
        if (retryAfter is not null)
        {
            call.Response.Headers.RetryAfter = retryAfter.Next();
        }

        throw ApiErrorException.Failure(status, code, message);
    }
}
