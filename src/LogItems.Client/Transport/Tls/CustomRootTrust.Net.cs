using System.Security.Cryptography.X509Certificates;

namespace LogItems.Transport.Tls;

/// <summary>Builds certificate chains that trust only the given roots.</summary>
internal static class CustomRootTrust
{
    /// <summary>Builds a chain; returns whether it is valid and ends in one of the roots.</summary>
    public static bool Build(X509Chain chain, X509Certificate2 leaf, X509Certificate2Collection roots)
    {
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        return chain.Build(leaf);
    }
}
