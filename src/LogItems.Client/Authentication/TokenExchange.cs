using LogItems.Primitives;

namespace LogItems.Authentication;

/// <summary>One attempt to get a token.</summary>
/// <param name="attempt">The attempted operation, as the beginning of a message; contains no secret.</param>
/// <param name="address">The token endpoint.</param>
/// <param name="form">The form fields to send.</param>
/// <param name="secret">The password or refresh token in the form.</param>
internal sealed class TokenExchange(string attempt, Uri address, List<KeyValuePair<string, string>> form, string secret)
{
    public string Attempt => attempt;

    public Uri Address => address;

    public List<KeyValuePair<string, string>> Form => form;

    /// <summary>Gets whether a refresh token is exchanged rather than a password.</summary>
    public bool IsRefresh => form.Exists(pair => pair.Key == "refresh_token");

    /// <summary>Determines whether a text contains the secret that was sent, or a part of it.</summary>
    public bool Repeats(string text) => new KnownSecret(secret).IsIn(text);
}
