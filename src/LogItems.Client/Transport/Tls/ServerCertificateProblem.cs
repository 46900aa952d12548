namespace LogItems;

/// <summary>Why a server's certificate was refused.</summary>
public enum ServerCertificateProblem
{
    /// <summary>Nothing is wrong with it.</summary>
    None,

    /// <summary>It was issued by nobody who is trusted; most often it is self-signed.</summary>
    Untrusted,

    /// <summary>It was issued for another host name.</summary>
    NameMismatch,

    /// <summary>Its time of validity has passed.</summary>
    Expired,

    /// <summary>Its time of validity has not begun.</summary>
    NotYetValid,

    /// <summary>It is not the one that was pinned.</summary>
    PinMismatch,
}
