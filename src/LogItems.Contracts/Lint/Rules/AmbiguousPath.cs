using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record AmbiguousPath() : LintRule(
    "ambiguous-path", "No two paths differ only in the names of their parameters or in case.")
{
    internal override IEnumerable<Finding> Check(LintSubject subject) =>
        from path in subject.Elements
        where path is { Kind: ElementKind.PathItem, Parent.Kind: ElementKind.Paths }
        group path by PathTemplate.Signature(path.Key) into same
        from twin in same.Skip(1)
        select At(twin.Node, $"This path matches the same requests as {NodeText.Shorten(same.First().Key)}; keep one of the two.");
}
