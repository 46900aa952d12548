namespace LogItems;

/// <summary>The reason why no token was issued.</summary>
public enum LogItemsAuthenticationFailure
{
    /// <summary>The user name, the password or the right to sign in is wrong.</summary>
    Rejected,

    /// <summary>The account is locked or disabled; trying again makes it worse.</summary>
    Locked,

    /// <summary>The password or the refresh token has expired or was already used.</summary>
    Expired,

    /// <summary>The endpoint could not answer (408, 429, 5xx, or a truncated response); the password was not checked.</summary>
    Unavailable,

    /// <summary>The response did not come from the token endpoint.</summary>
    UnexpectedResponse,
}
