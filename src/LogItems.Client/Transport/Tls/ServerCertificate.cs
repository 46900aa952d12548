using System.Security.Cryptography.X509Certificates;

namespace LogItems;

/// <summary>The server certificates that are trusted. No option trusts every certificate.</summary>
public sealed class ServerCertificate
{
    private ServerCertificate(IReadOnlyList<string> pins, X509Certificate2Collection? roots)
    {
        Pins = pins;
        Roots = roots;
    }

    /// <summary>Trusts what the operating system trusts; the default.</summary>
    public static ServerCertificate SystemTrust { get; } = new([], null);

    internal IReadOnlyList<string> Pins { get; }

    internal X509Certificate2Collection? Roots { get; }

    /// <summary>Trusts one certificate, by its thumbprint: the right way to use a self-signed certificate.</summary>
    /// <remarks>
    /// Issuer and host name are not checked, but the validity period is. Specify two thumbprints while the certificate is being
    /// replaced. <c>logitems certificate</c> shows the thumbprint of a server; compare it with the one on the server itself.
    /// </remarks>
    /// <param name="sha256">SHA-256 of the certificate: 64 hexadecimal digits, with or without colons or spaces between them.</param>
    /// <exception cref="ArgumentException">No thumbprint is specified, or one does not consist of 64 hexadecimal digits.</exception>
    public static ServerCertificate Pin(params string[] sha256)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        return sha256.Length == 0
            ? throw new ArgumentException("No thumbprint is specified.", nameof(sha256))
            : new([.. sha256.Select(Thumbprint)], null);
    }

    /// <summary>Trusts certificates issued by one of these roots, and no others; host name and validity are checked.</summary>
    /// <exception cref="ArgumentException">No root certificate is specified.</exception>
    public static ServerCertificate IssuedBy(params X509Certificate2[] roots)
    {
        ArgumentNullException.ThrowIfNull(roots);
        return roots.Length == 0
            ? throw new ArgumentException("No root certificate is specified.", nameof(roots))
            : new([], [.. roots]);
    }

    private static string Thumbprint(string sha256)
    {
        var digits = (sha256 ?? "").Replace(":", "").Replace(" ", "").ToUpperInvariant();
        return digits.Length == 64 && digits.All(char.IsAsciiHexDigitUpper)
            ? digits
            : throw new ArgumentException(
                $"'{sha256}' is not a SHA-256 thumbprint: that has 64 hexadecimal digits. (40 digits are SHA-1, which is not accepted.)", nameof(sha256));
    }
}
