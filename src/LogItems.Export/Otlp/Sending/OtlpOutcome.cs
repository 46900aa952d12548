namespace LogItems.Export.Otlp.Sending;

/// <summary>The outcome of a request.</summary>
internal enum OtlpOutcome
{
    /// <summary>The receiver has it.</summary>
    Accepted,

    /// <summary>The receiver cannot take it at the moment.</summary>
    Unavailable,

    /// <summary>The receiver will not take it.</summary>
    Refused,
}
