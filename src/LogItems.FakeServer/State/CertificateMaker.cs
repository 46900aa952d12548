using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LogItems.FakeServer.State;

/// <summary>Makes the certificate of one server; it touches neither files nor certificate stores.</summary>
internal static class CertificateMaker
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    public static X509Certificate2 Create(FakeCertificate kind)
    {
        var name = kind == FakeCertificate.OtherName ? "backup.contoso.local" : "localhost";
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        if (kind != FakeCertificate.OtherName)
        {
            names.AddIpAddress(IPAddress.Loopback);
            names.AddIpAddress(IPAddress.IPv6Loopback);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));

        // The real clock, not the options': whoever checks the certificate goes by the real one.
        var now = TimeProvider.System.GetUtcNow();
        return kind == FakeCertificate.Expired
            ? Usable(request.CreateSelfSigned(now.AddYears(-1), now.AddDays(-1)))
            : Usable(request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1)));
    }

    // On Windows, TLS cannot use a key that was only just made; loading it once more gives it a temporary place there.
    private static X509Certificate2 Usable(X509Certificate2 certificate)
    {
        if (!OperatingSystem.IsWindows())
        {
            return certificate;
        }

        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
        }
    }
}
