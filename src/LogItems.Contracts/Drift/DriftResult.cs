using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Drift;

/// <summary>The differences between a vendor's document and ours.</summary>
/// <param name="Findings">The differences, ordered by position in ours.</param>
/// <param name="Compared">The operations that both describe, with our names.</param>
/// <param name="OnlyOurs">The operations that only ours describes; they are not compared.</param>
public sealed record DriftResult(
    IReadOnlyList<Finding> Findings, IReadOnlyList<string> Compared, IReadOnlyList<string> OnlyOurs);
