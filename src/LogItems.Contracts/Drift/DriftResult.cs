using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Drift;

/// <summary>The differences of a vendor's document from ours.</summary>
/// <param name="Findings">The differences, by their position in ours.</param>
/// <param name="Compared">The operations that both describe, as ours names them.</param>
/// <param name="OnlyOurs">The operations that only ours describes; they are not compared.</param>
public sealed record DriftResult(
    IReadOnlyList<Finding> Findings, IReadOnlyList<string> Compared, IReadOnlyList<string> OnlyOurs);
