namespace LogItems.Contracts.Verification;

/// <summary>The verdict of the contract on a value, or on a request with such values.</summary>
internal enum ValueVerdict
{
    /// <summary>The contract allows it.</summary>
    Valid,

    /// <summary>The contract allows or does not mention it, and servers differ.</summary>
    Open,

    /// <summary>It is a well-formed identifier of a nonexistent resource.</summary>
    Unknown,

    /// <summary>The contract forbids it.</summary>
    Invalid,
}
