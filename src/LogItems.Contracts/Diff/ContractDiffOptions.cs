namespace LogItems.Contracts.Diff;

/// <summary>How two documents are compared.</summary>
public sealed class ContractDiffOptions
{
    /// <summary>Gives the day on which announced dates of removal are judged.</summary>
    /// <value>The system's clock by default.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
