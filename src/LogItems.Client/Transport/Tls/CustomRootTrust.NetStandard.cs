using System.Security.Cryptography.X509Certificates;

namespace LogItems.Transport.Tls;

/// <summary>Builds certificate chains that trust only the given roots.</summary>
internal static class CustomRootTrust
{
    /// <summary>Builds a chain; returns whether it is valid and ends in one of the roots.</summary>
    public static bool Build(X509Chain chain, X509Certificate2 leaf, X509Certificate2Collection roots)
    {
        // The system's trust does not matter, so the root itself is compared; the rest of the chain must be valid.
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
