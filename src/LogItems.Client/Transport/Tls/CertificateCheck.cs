using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LogItems.Transport.Tls;

/// <summary>Checks a server's certificate against the configured trust.</summary>
internal sealed class CertificateCheck(ServerCertificate trusted, TimeProvider timeProvider)
{
    /// <summary>The required key usage, if the certificate restricts its usage.</summary>
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    public ServerCertificateInfo Evaluate(string host, X509Certificate certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        using var leaf = new X509Certificate2(certificate);
        var sha256 = Convert.ToHexString(SHA256.HashData(leaf.RawData));
        var (from, to) = (new DateTimeOffset(leaf.NotBefore.ToUniversalTime()), new DateTimeOffset(leaf.NotAfter.ToUniversalTime()));
        var now = timeProvider.GetUtcNow();
        var problem = trusted.Pins.Count > 0 && !trusted.Pins.Contains(sha256) ? ServerCertificateProblem.PinMismatch
            : now > to ? ServerCertificateProblem.Expired
            : now < from ? ServerCertificateProblem.NotYetValid
            : trusted.Pins.Count > 0 ? ServerCertificateProblem.None
            : !IsTrusted(leaf, chain, errors) ? ServerCertificateProblem.Untrusted
            : errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? ServerCertificateProblem.NameMismatch
            : ServerCertificateProblem.None;
        return new ServerCertificateInfo(host, leaf.Subject, leaf.Issuer, from, to, sha256, problem);
    }

    private bool IsTrusted(X509Certificate2 leaf, X509Chain? chain, SslPolicyErrors errors)
    {
        if (trusted.Roots is not { } roots)
        {
            return !errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors);
        }

        using var own = new X509Chain();
        own.ChainPolicy.ApplicationPolicy.Add(ServerAuthentication);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        own.ChainPolicy.VerificationTime = timeProvider.GetUtcNow().UtcDateTime;
        foreach (var element in chain?.ChainElements.Cast<X509ChainElement>() ?? [])
        {
            own.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        return CustomRootTrust.Build(own, leaf, roots);
    }
}
