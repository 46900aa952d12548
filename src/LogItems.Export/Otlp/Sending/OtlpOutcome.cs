namespace LogItems.Export.Otlp.Sending;

/// <summary>The outcome of a request.</summary>
internal enum OtlpOutcome
{
    /// <summary>The receiver accepted it.</summary>
    Accepted,

    /// <summary>The receiver cannot accept it at the moment.</summary>
    Unavailable,

    /// <summary>The receiver rejected it for what is in it, or for its size; a part of it may be accepted.</summary>
    Invalid,

    /// <summary>The receiver rejected it as too much; a part of it may be accepted, or the same later.</summary>
    TooMuch,

    /// <summary>The receiver does not take records of this kind.</summary>
    NotImplemented,

    /// <summary>The receiver rejected it for another reason, which is not in its records.</summary>
    Rejected,
}
