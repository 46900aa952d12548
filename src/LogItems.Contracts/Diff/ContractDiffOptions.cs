namespace LogItems.Contracts.Diff;

/// <summary>The options of a comparison of two documents.</summary>
public sealed class ContractDiffOptions
{
    /// <summary>The clock whose day announced dates of removal are compared with.</summary>
    /// <value>The system's clock by default.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
