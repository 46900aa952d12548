namespace LogItems;

public sealed partial class ServerCertificateException
{
    internal ServerCertificateException(ServerCertificateInfo certificate)
        : base(HttpRequestError.SecureConnectionError, Explain(certificate)) => Certificate = certificate;
}
