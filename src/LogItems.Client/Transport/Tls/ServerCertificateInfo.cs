namespace LogItems;

/// <summary>The certificate that a server presented.</summary>
/// <param name="Host">The host that presented it.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Issuer">The issuer; the subject itself if the certificate is self-signed.</param>
/// <param name="NotBefore">The start of its validity.</param>
/// <param name="NotAfter">The end of its validity.</param>
/// <param name="Sha256">Its thumbprint: 64 hexadecimal digits.</param>
/// <param name="Problem">The problem with it; none if it is trusted.</param>
public sealed record ServerCertificateInfo(
    string Host,
    string Subject,
    string Issuer,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    string Sha256,
    ServerCertificateProblem Problem)
{
    /// <summary>The certificate on one line: subject, issuer, validity and thumbprint.</summary>
    public string Description =>
        $"subject {Subject}, issuer {(Issuer == Subject ? "itself (self-signed)" : Issuer)}, "
        + $"valid {NotBefore:yyyy-MM-dd} to {NotAfter:yyyy-MM-dd}, SHA-256 {Sha256}";
}
