using System.Net;
using LogItems.Primitives;

namespace LogItems.Authentication;

/// <summary>Creates the exceptions for responses of the token endpoint that have no usable token.</summary>
internal static class TokenFailure
{
    /// <summary>The error codes of OAuth 2.0 (RFC 6749).</summary>
    private static readonly HashSet<string> KnownCodes = new(StringComparer.Ordinal)
    {
        "invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type", "invalid_scope",
        "access_denied", "server_error", "temporarily_unavailable",
    };

    /// <summary>Creates the exception for an error response.</summary>
    public static LogItemsAuthenticationException From(TokenExchange exchange, HttpStatusCode status, TokenError? error)
    {
        var failure = FailureOf(status, $"{error?.Error_description} {error?.Message}", exchange.IsRefresh);

        // A description could repeat what was sent, and so could an unknown error code.
        var code = error?.Error is { } word && (KnownCodes.Contains(word) || (PlainText.IsWord(word) && !exchange.Repeats(word))) ? word : null;
        return Create(exchange, failure, status, code, $"{(int)status}{(code is null ? "" : $" {code}")}");
    }

    /// <summary>Creates the exception for a 200 response without a usable token.</summary>
    /// <param name="exchange">The token request.</param>
    /// <param name="found">What the response contained, to follow "the server returned 200, but ".</param>
    /// <param name="isIncomplete">Whether the response is truncated, which may be transient.</param>
    public static LogItemsAuthenticationException WithoutToken(TokenExchange exchange, string found, bool isIncomplete)
    {
        var failure = isIncomplete ? LogItemsAuthenticationFailure.Unavailable : LogItemsAuthenticationFailure.UnexpectedResponse;
        return Create(exchange, failure, HttpStatusCode.OK, null, $"200, but {found}");
    }

    private static LogItemsAuthenticationException Create(
        TokenExchange exchange, LogItemsAuthenticationFailure failure, HttpStatusCode status, string? code, string found) =>
        new($"{exchange.Attempt} at {exchange.Address} failed: the server returned {found}. {Advice(failure)}", failure, status, code);

    private static LogItemsAuthenticationFailure FailureOf(HttpStatusCode status, string description, bool isRefresh) => (int)status switch
    {
        400 or 401 or 403 when description.Contains("locked", StringComparison.OrdinalIgnoreCase)
            || description.Contains("disabled", StringComparison.OrdinalIgnoreCase) => LogItemsAuthenticationFailure.Locked,
        400 or 401 or 403 when isRefresh || description.Contains("expired", StringComparison.OrdinalIgnoreCase) => LogItemsAuthenticationFailure.Expired,
        400 or 401 or 403 => LogItemsAuthenticationFailure.Rejected,
        408 or 429 or >= 500 => LogItemsAuthenticationFailure.Unavailable,
        _ => LogItemsAuthenticationFailure.UnexpectedResponse,
    };

    private static string Advice(LogItemsAuthenticationFailure failure) => failure switch
    {
        LogItemsAuthenticationFailure.Rejected => "Check the user name and the password, and that the user may sign in to the backup server.",
        LogItemsAuthenticationFailure.Locked => "The account is locked or disabled; have it unlocked before trying again.",
        LogItemsAuthenticationFailure.Expired => "The password or refresh token has expired or was used before; sign in again.",
        LogItemsAuthenticationFailure.Unavailable => "This says nothing about the user name or the password; try again later.",
        _ => "The address or the version is probably wrong, or a proxy or a sign-in page responded instead.",
    };
}
