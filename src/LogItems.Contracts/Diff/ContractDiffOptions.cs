namespace LogItems.Contracts.Diff;

/// <summary>The options of a comparison of two documents.</summary>
public sealed class ContractDiffOptions
{
    /// <summary>The clock whose date is compared with announced dates of removal.</summary>
    /// <value>The system's clock by default.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
