namespace LogItems;

/// <summary>The server's certificate was rejected; nothing was sent to the server.</summary>
public sealed partial class ServerCertificateException : HttpRequestException
{
    /// <summary>The certificate and its problem.</summary>
    public ServerCertificateInfo Certificate { get; }

    private static string Explain(ServerCertificateInfo certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        var (found, advice) = certificate.Problem switch
        {
            ServerCertificateProblem.PinMismatch => (
                "does not match the pinned one",
                "If it was replaced on purpose, compare this thumbprint with the one on the server and pin it; if not, another server may be responding."),
            ServerCertificateProblem.NameMismatch => (
                "was issued for another host name",
                "Use the name that it was issued for, or compare the thumbprint with the one on the server and pin it."),
            ServerCertificateProblem.Expired => ("has expired", "Renew it on the server."),
            ServerCertificateProblem.NotYetValid => ("is not valid yet", "Check the clocks of both machines."),
            _ => (
                "was issued by an authority that is not trusted here",
                "Compare the thumbprint with the one on the server; if they agree, "
                + "pin it with ServerCertificate.Pin(\"…\"), --pin-sha256 or LOGITEMS_PIN_SHA256."),
        };
        return $"The certificate of {certificate.Host} {found}: {certificate.Description}. {advice}";
    }
}
