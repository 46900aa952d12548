using LogItems.Primitives;

namespace LogItems.Authentication;

/// <summary>One attempt to get a token.</summary>
/// <param name="attempt">What is attempted, as the beginning of a message; it holds no secret.</param>
/// <param name="address">The token endpoint.</param>
/// <param name="form">What is sent.</param>
/// <param name="secret">The password or refresh token in it.</param>
internal sealed class TokenExchange(string attempt, Uri address, List<KeyValuePair<string, string>> form, string secret)
{
    public string Attempt => attempt;

    public Uri Address => address;

    public List<KeyValuePair<string, string>> Form => form;

    /// <summary>Gets whether a refresh token is exchanged, not a password.</summary>
    public bool IsRefresh => form.Exists(pair => pair.Key == "refresh_token");

    /// <summary>Determines whether some text holds the secret that was sent, or a part of it.</summary>
    public bool Repeats(string text) => new KnownSecret(secret).IsIn(text);
}
