namespace LogItems;

/// <summary>An access token, when it expires, and what renews it.</summary>
public sealed class AccessToken
{
    /// <summary>A token.</summary>
    /// <param name="value">What requests carry in their <c>Authorization</c> header.</param>
    /// <param name="expiresAt">When it expires; null if that is not known.</param>
    /// <param name="refreshToken">What can be exchanged for a new pair; null if there is none.</param>
    public AccessToken(string value, DateTimeOffset? expiresAt = null, string? refreshToken = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        Value = value;
        ExpiresAt = expiresAt;
        RefreshToken = refreshToken;
    }

    /// <summary>What requests carry in their <c>Authorization</c> header. A secret.</summary>
    public string Value { get; }

    /// <summary>When it expires; null if that is not known.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>What can be exchanged for a new pair, once; null if there is none. A secret.</summary>
    public string? RefreshToken { get; }

    /// <summary>When it expires; never the token itself.</summary>
    public override string ToString() => ExpiresAt is { } expiry ? $"access token, expires {expiry:O}" : "access token";
}
