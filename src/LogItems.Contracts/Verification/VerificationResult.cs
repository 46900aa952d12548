namespace LogItems.Contracts;

/// <summary>What a verification found, and how much of the contract it met.</summary>
/// <param name="Findings">Everything in which exchanges did not keep the contract, in their order.</param>
/// <param name="Coverage">How much of the contract the exchanges met.</param>
/// <param name="Exchanges">How many exchanges were judged.</param>
/// <param name="Notes">What could not be judged and why, in full sentences.</param>
public sealed record VerificationResult(
    IReadOnlyList<Finding> Findings, CoverageReport Coverage, int Exchanges, IReadOnlyList<string> Notes);
