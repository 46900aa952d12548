using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LogItems.FakeServer.Tokens;

/// <summary>Making and comparing secrets without telling by the time it takes how much of a guess was right.</summary>
internal static class Secret
{
    /// <summary>A new secret of 256 random bits that needs no escaping in a header, a form or a cookie.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The hash that a secret is looked up by, so that a lookup does not compare the secret itself.</summary>
    public static string Fingerprint(string secret) => Convert.ToHexString(Hash(secret));

    public static bool Equal(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Hash(left), Hash(right));

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
