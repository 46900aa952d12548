using LogItems.Contracts.Annotations;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Lint.Rules;

namespace LogItems.Contracts.Lint;

/// <summary>Tells whether a document is sound, its examples true and its prose complete.</summary>
public static class ContractLint
{
    /// <summary>Applies every rule of <see cref="LintRules.All"/> and of <see cref="AnnotationRules.All"/>, and returns what they
    /// found, by position.</summary>
    /// <remarks>What is about bodies is judged in every API version in which the body exists; the same finding in several of them
    /// is one, with the versions listed. Where the annotations do not say what exists in which version, nothing of that is
    /// judged.</remarks>
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
