using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record InvalidPath() : LintRule(
    "invalid-path", "Every path starts with '/', has no query, and closes the braces that it opens.")
{
    internal override IEnumerable<Finding> Check(LintSubject subject) =>
        from path in subject.Elements
        where path is { Kind: ElementKind.PathItem, Parent.Kind: ElementKind.Paths }
            && !path.Key.StartsWith("x-", StringComparison.Ordinal)
        let problem = ProblemOf(path.Key)
        where problem is not null
        select At(path.Node, $"The path '{NodeText.Shorten(path.Key)}' {problem}.");

    private static string? ProblemOf(string path) =>
        !path.StartsWith('/') ? "does not start with '/'"
        : path.Contains('?', StringComparison.Ordinal) ? "has a query; describe it as parameters"
        : path.Count(c => c is '{' or '}') != 2 * PathTemplate.Names(path).Count ? "has a brace without its counterpart"
        : PathTemplate.Names(path) is var names && names.Distinct().Count() < names.Count ? "has a parameter twice"
        : null;
}
