namespace LogItems.FakeServer.Tokens;

/// <summary>What a login or refresh hands out; with an antiforgery token the pair only works together with that cookie.</summary>
internal sealed record TokenPair(
    string AccessToken, string RefreshToken, string? Antiforgery, DateTimeOffset Issued, DateTimeOffset Expires);
