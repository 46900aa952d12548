using System.Security.Cryptography.X509Certificates;

namespace LogItems.Transport.Tls;

/// <summary>Trust in some roots and no others.</summary>
internal static class CustomRootTrust
{
    /// <summary>Builds a chain; whether it is sound and ends in one of the roots.</summary>
    public static bool Build(X509Chain chain, X509Certificate2 leaf, X509Certificate2Collection roots)
    {
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        return chain.Build(leaf);
    }
}
