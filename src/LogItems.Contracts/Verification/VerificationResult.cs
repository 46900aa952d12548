using System.Globalization;
using LogItems.Contracts.Conformance;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Verification;

/// <summary>The findings of a verification, and its coverage of the contract.</summary>
/// <param name="Findings">The violations of the contract, in the order of the exchanges.</param>
/// <param name="Coverage">The coverage of the contract by the exchanges.</param>
/// <param name="Exchanges">The number of exchanges that were checked.</param>
/// <param name="Notes">Notes on what could not be checked, with reasons, in full sentences.</param>
public sealed record VerificationResult(
    IReadOnlyList<Finding> Findings, CoverageReport Coverage, int Exchanges, IReadOnlyList<string> Notes)
{
    private const int Named = 10;

    /// <summary>Adds a finding of level Error if the coverage is below a share.</summary>
    /// <param name="share">The required share, 0 to 1.</param>
    public VerificationResult RequireCoverage(double share)
    {
        // Without an exchange, it is unknown what could have been covered.
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
            $"Only {100 * met:0.0} % of the contract was covered, {100 * share:0.0} % is required{unmet}.");
        var finding = new Finding(VerificationRules.InsufficientCoverage, FindingLevel.Error, message, new Location("", 0, 0, "coverage"));
        return this with { Findings = [.. Findings, finding] };
    }
}
