using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record MissingExample() : LintRule(
    "missing-example", "Every body of an operation that has a schema has an example, in every version in which it exists.", FindingLevel.Warn)
{
    internal override IEnumerable<Finding> Check(LintSubject subject) => LintSubject.Merge(
        from view in subject.Views
        from element in view.Elements
        where element.Kind == ElementKind.MediaType && element.Map is { } body
            && body.Has("schema") && !body.Has("example") && body["examples"] is not ContractMap { Entries.Count: > 0 }
        select (view, At(element.Node, $"This body ({NodeText.Shorten(element.Key)}) has no example; add one, or widen the range of one.")));
}
