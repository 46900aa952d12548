using System.Text.RegularExpressions;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed partial record InvalidComponentName() : LintRule(
    "invalid-component-name", "The names of components are made of letters, digits, '.', '-' and '_'.")
{
    internal override IEnumerable<Finding> Check(LintSubject subject) =>
        from components in subject.Elements
        where components.Kind == ElementKind.Components
        from section in components.Children()
        where !section.Key.StartsWith("x-", StringComparison.Ordinal)
        from component in section.Children()
        where !Name().IsMatch(component.Key)
        select At(component.Node, $"'{NodeText.Shorten(component.Key)}' is not a valid name for a component; use letters, digits, '.', '-' and '_'.");

    [GeneratedRegex(@"^[a-zA-Z0-9._-]+\z")]
    private static partial Regex Name();
}
