using System.Net;

namespace LogItems;

/// <summary>The token endpoint said no, or what it said is no token.</summary>
/// <remarks>Neither the message nor any property holds a password, a token or a body of the server's.</remarks>
public sealed class LogItemsAuthenticationException : Exception
{
    private LogItemsAuthenticationException(string message, LogItemsAuthenticationFailure failure, HttpStatusCode status, string? error)
        : base(message)
    {
        Failure = failure;
        StatusCode = status;
        Error = error;
    }

    /// <summary>Why there is no token.</summary>
    public LogItemsAuthenticationFailure Failure { get; }

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The OAuth 2.0 error code, for example <c>invalid_grant</c>; null where the server sent none.</summary>
    public string? Error { get; }

    internal static LogItemsAuthenticationException From(string attempt, Uri address, HttpStatusCode status, TokenError? error, bool isRefresh)
    {
        var failure = FailureOf(status, $"{error?.Error_description} {error?.Message}", isRefresh);

        // The error code is of a closed set; a description could repeat what was sent.
        var code = error?.Error is { Length: > 0 and <= 40 } word && word.All(c => char.IsAsciiLetter(c) || c == '_') ? word : null;
        var found = status == HttpStatusCode.OK ? "200, but without a token" : $"{(int)status}{(code is null ? "" : $" {code}")}";
        return new($"{attempt} at {address} was answered with {found}. {Advice(failure)}", failure, status, code);
    }

    private static LogItemsAuthenticationFailure FailureOf(HttpStatusCode status, string said, bool isRefresh) => (int)status switch
    {
        400 or 401 or 403 when said.Contains("locked", StringComparison.OrdinalIgnoreCase)
            || said.Contains("disabled", StringComparison.OrdinalIgnoreCase) => LogItemsAuthenticationFailure.Locked,
        400 or 401 or 403 when isRefresh || said.Contains("expired", StringComparison.OrdinalIgnoreCase) => LogItemsAuthenticationFailure.Expired,
        400 or 401 or 403 => LogItemsAuthenticationFailure.Refused,
        408 or 429 or >= 500 => LogItemsAuthenticationFailure.Unavailable,
        _ => LogItemsAuthenticationFailure.UnexpectedResponse,
    };

    private static string Advice(LogItemsAuthenticationFailure failure) => failure switch
    {
        LogItemsAuthenticationFailure.Refused => "Check the user name and the password, and that the user may sign in to the backup server.",
        LogItemsAuthenticationFailure.Locked => "The account is locked or disabled; have it unlocked before trying again.",
        LogItemsAuthenticationFailure.Expired => "The password or refresh token has expired or was used before; sign in anew.",
        LogItemsAuthenticationFailure.Unavailable => "That is no verdict on the user name or password; try again later.",
        _ => "Most likely the address or the version is wrong, or a proxy or a sign-in page is in between.",
    };
}
