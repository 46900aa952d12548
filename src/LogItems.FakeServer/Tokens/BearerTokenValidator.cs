using Microsoft.AspNetCore.Http;

namespace LogItems.FakeServer.Tokens;

/// <summary>Validates the bearer token of a request.</summary>
internal sealed class BearerTokenValidator(TokenStore tokens)
{
    /// <summary>The cookie that holds the antiforgery token.</summary>
    /// <remarks>Its real name is not documented.</remarks>
    public const string AntiforgeryCookie = "antiforgery-token";

    private const string Scheme = "Bearer ";

    public bool Admits(HttpRequest request) =>
        TokenOf(request) is { } token && tokens.Accepts(token, request.Cookies[AntiforgeryCookie]);

    /// <summary>Rejects an invalid token, without a reason.</summary>
    public static void Reject(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status401Unauthorized;
        response.Headers.WWWAuthenticate = "Bearer";
    }

    public static string? TokenOf(HttpRequest request)
    {
        var header = request.Headers.Authorization;
        return header.Count == 1 && header[0]!.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[0]![Scheme.Length..].Trim()
            : null;
    }
}
