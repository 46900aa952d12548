using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Annotations;

/// <summary>Checks the version annotations of a document.</summary>
public static class ContractAnnotations
{
    /// <summary>Applies every rule of <see cref="AnnotationRules.All"/> and returns the findings by position.</summary>
    public static IReadOnlyList<Finding> Check(ContractDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var contract = new AnnotatedContract(document);
        return
        [
            .. AnnotationRules.All
                .SelectMany(rule => rule.Check(contract))
                .OrderBy(finding => finding.Location.Line)
                .ThenBy(finding => finding.Location.Column)
                .ThenBy(finding => finding.RuleId, StringComparer.Ordinal),
        ];
    }
}
