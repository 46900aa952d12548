using System.Security.Cryptography.X509Certificates;

namespace LogItems.Transport.Tls;

/// <summary>Trust in some roots and no others.</summary>
internal static class CustomRootTrust
{
    /// <summary>Builds a chain; whether it is sound and ends in one of the roots.</summary>
    public static bool Build(X509Chain chain, X509Certificate2 leaf, X509Certificate2Collection roots)
    {
        // Whom the system trusts does not matter, so the root itself is looked at; everything else of the chain has to be sound.
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
        chain.ChainPolicy.ExtraStore.AddRange(roots);
        if (!chain.Build(leaf))
        {
            return false;
        }

        var root = chain.ChainElements[chain.ChainElements.Count - 1].Certificate;
        return roots.Cast<X509Certificate2>().Any(trusted => trusted.RawData.AsSpan().SequenceEqual(root.RawData));
    }
}
