using Microsoft.AspNetCore.Http;

namespace LogItems.FakeServer.Calls;

/// <summary>A request that an endpoint will not answer; it becomes that version's error body.</summary>
internal sealed class RefusalException : Exception
{
    private RefusalException(int status, ErrorCode code, string message)
        : base(message)
    {
        Status = status;
        Code = code;
    }

    public int Status { get; }

    public ErrorCode Code { get; }

    public static RefusalException NotFound(string what, Guid id) =>
        new(StatusCodes.Status404NotFound, ErrorCode.ResourceNotFound, $"There is no {what} with ID {id}.");

    public static RefusalException Parameter(string name, string advice) =>
        new(
            StatusCodes.Status400BadRequest,
            ErrorCode.ParameterValidationFailure,
            $"The value of {name} is not valid; {advice}.");

    /// <summary>Something that went wrong in the service, not in the request.</summary>
    public static RefusalException Failure(int status, ErrorCode code, string message) => new(status, code, message);
}
