using LogItems.Contracts.Annotations;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Lint.Rules;

namespace LogItems.Contracts.Lint;

/// <summary>Checks whether a document is valid, its examples match its schemas, and its prose is complete.</summary>
public static class ContractLint
{
    /// <summary>Applies every rule of <see cref="LintRules.All"/> and of <see cref="AnnotationRules.All"/>, and returns the
    /// findings by position.</summary>
    /// <remarks>Bodies are checked in every API version in which they exist; the same finding in several of them
    /// is reported once, with the versions listed. If the annotations are ambiguous, bodies are
    /// not checked.</remarks>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    public static IReadOnlyList<Finding> Check(ContractDocument document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var contract = new AnnotatedContract(document);
        var annotations = AnnotationRules.All.SelectMany(rule => rule.Check(contract)).ToList();
        var subject = new LintSubject(contract, annotations.TrueForAll(finding => finding.Level < FindingLevel.Error), cancellationToken);
        return
        [
            .. annotations.Concat(LintRules.All.SelectMany(Apply))
                .OrderBy(finding => finding.Location.File, StringComparer.Ordinal)
                .ThenBy(finding => finding.Location.Line)
                .ThenBy(finding => finding.Location.Column)
                .ThenBy(finding => finding.RuleId, StringComparer.Ordinal),
        ];

        IEnumerable<Finding> Apply(LintRule rule)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return rule.Check(subject);
        }
    }
}
