namespace LogItems.Export.Otlp.Sending;

/// <summary>The outcome of a request.</summary>
internal enum OtlpOutcome
{
    /// <summary>The receiver accepted it.</summary>
    Accepted,

    /// <summary>The receiver cannot accept it at the moment.</summary>
    Unavailable,

    /// <summary>The receiver rejected it.</summary>
    Rejected,
}
