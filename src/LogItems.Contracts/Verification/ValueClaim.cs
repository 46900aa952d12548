namespace LogItems.Contracts.Verification;

/// <summary>How far the contract can be held against the answer to a value.</summary>
internal enum ValueClaim
{
    /// <summary>A valid value has to be accepted, an invalid one refused.</summary>
    Full,

    /// <summary>An invalid value has to be refused; a valid one may be more than the server can do.</summary>
    Refusal,

    /// <summary>Servers differ; the answer has only to be a documented one.</summary>
    None,
}
