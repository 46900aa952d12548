namespace LogItems.Contracts.Verification;

/// <summary>What the contract says about a value, or about a request made of such values.</summary>
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
