namespace LogItems.FakeServer.Tokens;

/// <summary>A token request that is rejected; it becomes an OAuth 2.0 error body.</summary>
internal sealed class TokenErrorException(string error, string description) : Exception(description)
{
    /// <summary>The OAuth 2.0 error, for example <c>invalid_grant</c>.</summary>
    public string Error => error;
}
