namespace LogItems;

/// <summary>An access token with its expiration time and, where there is one, its refresh token.</summary>
public sealed class AccessToken
{
    private const int MaxValueLength = 32 * 1024;

    /// <summary>A token.</summary>
    /// <param name="value">The value of the <c>Authorization</c> header, without the scheme.</param>
    /// <param name="expiresAt">The expiration time; null if it is unknown.</param>
    /// <param name="refreshToken">The refresh token; null if absent.</param>
    /// <exception cref="ArgumentException">The token is empty or cannot be sent in a header.</exception>
    public AccessToken(string value, DateTimeOffset? expiresAt = null, string? refreshToken = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        if (ProblemOf(value) is { } problem)
        {
            throw new ArgumentException($"The access token {problem}.", nameof(value));
        }

        Value = value;
        ExpiresAt = expiresAt;
        RefreshToken = refreshToken;
    }

    /// <summary>The value of the <c>Authorization</c> header, without the scheme. A secret.</summary>
    public string Value { get; }

    /// <summary>The expiration time; null if it is unknown.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>The refresh token, which can be used once; null if absent. A secret.</summary>
    public string? RefreshToken { get; }

    /// <summary>Returns the expiration time, never the token itself.</summary>
    public override string ToString() => ExpiresAt is { } expiry ? $"access token, expires {expiry:O}" : "access token";

    /// <summary>The reason why a token cannot be sent in a header, without the token itself; null if it can.</summary>
    internal static string? ProblemOf(string value) =>
        value.Length > MaxValueLength ? $"has {value.Length} characters; at most {MaxValueLength} can be sent in a header"
        : value.Any(character => character is '\r' or '\n') ? "contains a line break, which cannot be sent in a header"
        : value.Any(character => character is < ' ' or > '~') ? "contains a character that is not printable ASCII, which cannot be sent in a header"
        : null;
}
