namespace LogItems.Contracts.Conformance;

/// <summary>What of a contract can be met by exchanges.</summary>
public enum CoverageKind
{
    /// <summary>An operation that was called.</summary>
    Operation,

    /// <summary>A path or query parameter that was sent.</summary>
    Parameter,

    /// <summary>A status that was answered.</summary>
    Status,

    /// <summary>A property that an answer had.</summary>
    Property,

    /// <summary>A value of an enumeration that was sent or answered.</summary>
    EnumValue,
}
