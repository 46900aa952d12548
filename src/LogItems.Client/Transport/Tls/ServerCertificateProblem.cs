namespace LogItems;

/// <summary>The reason why a server's certificate was rejected.</summary>
public enum ServerCertificateProblem
{
    /// <summary>It is trusted.</summary>
    None,

    /// <summary>Its issuer is not trusted; most often it is self-signed.</summary>
    Untrusted,

    /// <summary>It was issued for another host name.</summary>
    NameMismatch,

    /// <summary>It has expired.</summary>
    Expired,

    /// <summary>It is not valid yet.</summary>
    NotYetValid,

    /// <summary>It does not match the pinned one.</summary>
    PinMismatch,
}
