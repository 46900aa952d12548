namespace LogItems.Contracts.Verification;

/// <summary>The degree to which the contract determines the response to a value.</summary>
internal enum ValueClaim
{
    /// <summary>A valid value must be accepted, an invalid one rejected.</summary>
    Full,

    /// <summary>An invalid value must be rejected; a valid one may exceed what the server supports.</summary>
    Rejection,

    /// <summary>Servers differ; the response only has to be documented.</summary>
    None,
}
