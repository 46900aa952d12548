namespace LogItems.Contracts.Findings;

/// <summary>The severity of a finding; a greater value is more severe.</summary>
public enum FindingLevel
{
    /// <summary>No impact.</summary>
    None,

    /// <summary>Informational.</summary>
    Info,

    /// <summary>Probably an error, or a problem for some callers.</summary>
    Warn,

    /// <summary>An error.</summary>
    Error,
}
