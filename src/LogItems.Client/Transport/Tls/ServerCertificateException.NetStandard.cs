namespace LogItems;

public sealed partial class ServerCertificateException
{
    internal ServerCertificateException(ServerCertificateInfo certificate)
        : base(Explain(certificate)) => Certificate = certificate;
}
