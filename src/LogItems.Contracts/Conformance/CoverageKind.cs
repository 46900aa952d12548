namespace LogItems.Contracts.Conformance;

/// <summary>The kinds of parts of a contract that exchanges can cover.</summary>
public enum CoverageKind
{
    /// <summary>An operation that was called.</summary>
    Operation,

    /// <summary>A path or query parameter that was sent.</summary>
    Parameter,

    /// <summary>A status that was returned.</summary>
    Status,

    /// <summary>A property that a response had.</summary>
    Property,

    /// <summary>A value of an enumeration that was sent or returned.</summary>
    EnumValue,
}
