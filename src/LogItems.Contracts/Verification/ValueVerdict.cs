namespace LogItems.Contracts.Verification;

/// <summary>The verdict of the contract on a value, or on a request with such values.</summary>
internal enum ValueVerdict
{
    /// <summary>The contract allows it.</summary>
    Valid,

    /// <summary>The contract allows it, or does not mention it, and servers differ.</summary>
    Open,

    /// <summary>It has the form of an identifier that nothing has.</summary>
    Unknown,

    /// <summary>The contract excludes it.</summary>
    Invalid,
}
