namespace LogItems.FakeServer.Tokens;

/// <summary>The tokens issued by a sign-in or refresh; with an antiforgery token, they are valid only together with its cookie.</summary>
internal sealed record TokenPair(
    string AccessToken, string RefreshToken, string? Antiforgery, DateTimeOffset Issued, DateTimeOffset Expires);
