using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LogItems;

/// <summary>Judges a server's certificate by the caller's choice.</summary>
internal sealed class CertificateCheck(ServerCertificate trusted, TimeProvider timeProvider)
{
    /// <summary>For <see cref="SslClientAuthenticationOptions"/>: passes, or throws what tells everything.</summary>
    public bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return false;
        }

        var info = Judge((sender as SslStream)?.TargetHostName ?? "the server", certificate, chain, errors);
        return info.Problem == ServerCertificateProblem.None ? true : throw new ServerCertificateException(info);
    }

    public ServerCertificateInfo Judge(string host, X509Certificate certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        using var leaf = new X509Certificate2(certificate);
        var sha256 = leaf.GetCertHashString(HashAlgorithmName.SHA256);
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
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.AddRange(roots);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        own.ChainPolicy.VerificationTime = timeProvider.GetUtcNow().UtcDateTime;
        foreach (var element in chain?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            own.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        return own.Build(leaf);
    }
}
