using System.Net;

namespace LogItems;

/// <summary>The token endpoint said no, or what it said is no token.</summary>
/// <remarks>Neither the message nor any property holds a password, a token or a body of the server's.</remarks>
public sealed class LogItemsAuthenticationException : Exception
{
    private LogItemsAuthenticationException(string message, HttpStatusCode status, string? error)
        : base(message)
    {
        StatusCode = status;
        Error = error;
    }

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The OAuth 2.0 error code, for example <c>invalid_grant</c>; null where the server sent none.</summary>
    public string? Error { get; }

    /// <summary>Whether what was presented was refused; false where the endpoint failed, which is no verdict on the password.</summary>
    public bool IsRefused => StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;

    internal static LogItemsAuthenticationException Refused(string attempt, Uri address, HttpResponseMessage response, TokenError? error)
    {
        // The error code is of a closed set; a description could repeat what was sent.
        var code = error?.Error is { Length: > 0 and <= 40 } word && word.All(c => char.IsAsciiLetter(c) || c == '_') ? word : null;
        var status = $"{(int)response.StatusCode}{(code is null ? "" : $" {code}")}";
        var advice = response.StatusCode switch
        {
            HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                "Check the user name and the password, and that the user may sign in to the backup server.",
            HttpStatusCode.NotFound => "The server does not speak this API version there; check the address and the version.",
            _ => "That is no verdict on the user name or password; try again later.",
        };
        return new($"{attempt} at {address} was answered with {status}. {advice}", response.StatusCode, code);
    }

    internal static LogItemsAuthenticationException NoToken(string attempt, Uri address, HttpResponseMessage response) =>
        new(
            $"{attempt} at {address} was answered with {(int)response.StatusCode}, but without a token. "
            + "Most likely a proxy or a sign-in page is in between; check the address.",
            response.StatusCode,
            null);
}
