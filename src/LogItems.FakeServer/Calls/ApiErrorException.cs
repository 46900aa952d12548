using Microsoft.AspNetCore.Http;

namespace LogItems.FakeServer.Calls;

/// <summary>A request that an endpoint rejects; it becomes the error body of the version.</summary>
internal sealed class ApiErrorException : Exception
{
    private ApiErrorException(int status, ErrorCode code, string message)
        : base(message)
    {
        Status = status;
        Code = code;
    }

    public int Status { get; }

    public ErrorCode Code { get; }

    public static ApiErrorException NotFound(string what, Guid id) =>
        new(StatusCodes.Status404NotFound, ErrorCode.ResourceNotFound, $"There is no {what} with ID {id}.");

    public static ApiErrorException Parameter(string name, string advice) =>
        new(
            StatusCodes.Status400BadRequest,
            ErrorCode.ParameterValidationFailure,
            $"The value of {name} is not valid; {advice}.");

    /// <summary>Creates the exception for an error of the service rather than of the request.</summary>
    public static ApiErrorException Failure(int status, ErrorCode code, string message) => new(status, code, message);
}
