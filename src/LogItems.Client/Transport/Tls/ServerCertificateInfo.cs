namespace LogItems;

/// <summary>What a server showed as its certificate.</summary>
/// <param name="Host">The host that was asked.</param>
/// <param name="Subject">Whom it was issued for.</param>
/// <param name="Issuer">Who issued it; the subject itself where it is self-signed.</param>
/// <param name="NotBefore">When its validity begins.</param>
/// <param name="NotAfter">When its validity ends.</param>
/// <param name="Sha256">Its thumbprint: 64 hexadecimal digits.</param>
/// <param name="Problem">What is wrong with it.</param>
public sealed record ServerCertificateInfo(
    string Host,
    string Subject,
    string Issuer,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    string Sha256,
    ServerCertificateProblem Problem)
{
    /// <summary>The certificate in one line: subject, issuer, validity and thumbprint.</summary>
    public string Description =>
        $"subject {Subject}, issuer {(Issuer == Subject ? "itself (self-signed)" : Issuer)}, "
        + $"valid {NotBefore:yyyy-MM-dd} to {NotAfter:yyyy-MM-dd}, SHA-256 {Sha256}";
}
