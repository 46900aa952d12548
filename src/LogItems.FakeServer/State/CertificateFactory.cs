using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LogItems.FakeServer.State;

/// <summary>Creates the certificate of one server, without files or certificate stores.</summary>
internal static class CertificateFactory
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

        // The real clock rather than that of the options, because the client checks the certificate by the real clock.
        var now = TimeProvider.System.GetUtcNow();
        return kind == FakeCertificate.Expired
            ? Usable(request.CreateSelfSigned(now.AddYears(-1), now.AddDays(-1)))
            : Usable(request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1)));
    }

    // On Windows, TLS cannot use an ephemeral key; loading the certificate again stores the key temporarily.
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
