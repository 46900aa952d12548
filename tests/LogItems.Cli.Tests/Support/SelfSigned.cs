using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LogItems.Cli.Tests.Support;

/// <summary>A certificate as the service makes it for itself at its installation.</summary>
internal static class SelfSigned
{
    public static X509Certificate2 Create()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=backup.contoso.local", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
