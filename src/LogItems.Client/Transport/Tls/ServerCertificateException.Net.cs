namespace LogItems;

public sealed partial class ServerCertificateException
{
    /// <summary>Creates an exception as the client throws it, for tests of services that handle it.</summary>
    /// <param name="certificate">The certificate, with its problem.</param>
    public ServerCertificateException(ServerCertificateInfo certificate)
        : base(HttpRequestError.SecureConnectionError, Explain(certificate)) => Certificate = certificate;
}
