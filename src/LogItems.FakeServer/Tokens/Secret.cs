using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LogItems.FakeServer.Tokens;

/// <summary>Creates secrets, and compares them in constant time.</summary>
internal static class Secret
{
    /// <summary>Creates a secret of 256 random bits that needs no escaping in a header, a form or a cookie.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The hash by which a secret is looked up, so that a lookup does not compare the secret itself.</summary>
    public static string Fingerprint(string secret) => Convert.ToHexString(Hash(secret));

    public static bool Equal(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Hash(left), Hash(right));

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
