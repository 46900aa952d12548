using System.Globalization;
using LogItems.Contracts.Conformance;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Verification;

/// <summary>What a verification found, and how much of the contract it met.</summary>
/// <param name="Findings">Everything in which exchanges did not keep the contract, in their order.</param>
/// <param name="Coverage">How much of the contract the exchanges met.</param>
/// <param name="Exchanges">How many exchanges were judged.</param>
/// <param name="Notes">What could not be judged and why, in full sentences.</param>
public sealed record VerificationResult(
    IReadOnlyList<Finding> Findings, CoverageReport Coverage, int Exchanges, IReadOnlyList<string> Notes)
{
    private const int Named = 10;

    /// <summary>Adds a finding of level Error if less of the contract was met.</summary>
    /// <param name="share">The share that is demanded, 0 to 1.</param>
    public VerificationResult RequireCoverage(double share)
    {
        // Without an exchange it is not known what could have been met.
        var met = Exchanges == 0 ? 0 : Coverage.Share;
        if (met >= share)
        {
            return this;
        }

        var missing = Coverage.Missing.Select(item => item.Name).ToList();
        var more = missing.Count > Named ? $" and {missing.Count - Named} more" : "";
        var unmet = missing.Count == 0 ? "" : $"; not met: {string.Join(", ", missing.Take(Named))}{more}";
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"Only {100 * met:0.0} % of the contract was met, {100 * share:0.0} % are demanded{unmet}.");
        var finding = new Finding(VerificationRules.InsufficientCoverage, FindingLevel.Error, message, new Location("", 0, 0, "coverage"));
        return this with { Findings = [.. Findings, finding] };
    }
}
