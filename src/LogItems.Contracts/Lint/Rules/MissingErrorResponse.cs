using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record MissingErrorResponse() : LintRule(
    "missing-error-response", "Every operation says how it can fail, in every version in which it exists.", FindingLevel.Warn)
{
    internal override IEnumerable<Finding> Check(LintSubject subject) => LintSubject.Merge(
        from view in subject.Views
        from element in view.Elements
        where element.Kind == ElementKind.Responses && element.Map is not null
            && !element.Map.Entries.Any(entry => entry.Key == "default" || entry.Key.StartsWith('4') || entry.Key.StartsWith('5'))
        select (view, At(element.Node, "This operation never fails; describe at least one response of 4xx, 5xx or 'default'.")));
}
