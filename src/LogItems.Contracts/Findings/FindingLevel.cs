namespace LogItems.Contracts.Findings;

/// <summary>How grave a finding is; a greater value is graver.</summary>
public enum FindingLevel
{
    /// <summary>Of no consequence.</summary>
    None,

    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Probably a mistake, or a problem for some callers.</summary>
    Warn,

    /// <summary>Wrong.</summary>
    Error,
}
