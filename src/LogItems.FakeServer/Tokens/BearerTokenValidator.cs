using Microsoft.AspNetCore.Http;

namespace LogItems.FakeServer.Tokens;

/// <summary>Reads the token of a request and asks whether it works.</summary>
internal sealed class BearerTokenValidator(TokenStore tokens)
{
    /// <summary>The cookie that holds the antiforgery token.</summary>
    /// <remarks>Its real name is not published.</remarks>
    public const string AntiforgeryCookie = "antiforgery-token";

    private const string Scheme = "Bearer ";

    public bool Admits(HttpRequest request) =>
        TokenOf(request) is { } token && tokens.Accepts(token, request.Cookies[AntiforgeryCookie]);

    /// <summary>The answer to a token that does not work: no word about why.</summary>
    public static void Refuse(HttpResponse response)
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
