using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Drift;

/// <summary>The severity of a difference for a client of our contract.</summary>
internal static class DriftSeverity
{
    /// <summary>The severity on the wire, and at most <see cref="FindingLevel.Info"/> if a client does not notice.</summary>
    public static FindingLevel Of(Finding finding)
    {
        var wire = finding.Change!.Wire;
        return wire > FindingLevel.Info && (IsDefault(finding) || IsRequiredInResponse(finding) || IsAnyMediaType(finding))
            ? FindingLevel.Info
            : wire;
    }

    // Generated documents describe defaults in prose.
    private static bool IsDefault(Finding finding) => finding.RuleId.Contains("-default-value-", StringComparison.Ordinal);

    // Responses are read tolerantly, so it does not matter whether a property is required.
    private static bool IsRequiredInResponse(Finding finding) =>
        ChangeRules.Get(finding.RuleId).Direction == ChangeDirection.Response
        && (finding.RuleId.EndsWith("-became-optional", StringComparison.Ordinal)
            || finding.RuleId.EndsWith("-became-required", StringComparison.Ordinal));

    // Generators write "*/*" if no media type is specified.
    private static bool IsAnyMediaType(Finding finding) =>
        finding.RuleId.Contains("-media-type-name-", StringComparison.Ordinal)
        && (finding.Change!.Was == "*/*" || finding.Change.Is == "*/*");
}
