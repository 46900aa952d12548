using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record InvalidMethod() : LintRule(
    "invalid-method", "'additionalOperations' has the methods that a path item has no field of its own for.")
{
    internal override IEnumerable<Finding> Check(LintSubject subject) =>
        from operation in subject.Elements
        where operation is { Kind: ElementKind.Operation, Parent.Kind: ElementKind.Operations }
        let method = HttpMethods.All.FirstOrDefault(known => string.Equals(known, operation.Key, StringComparison.OrdinalIgnoreCase))
        where method is not null
        select At(
            operation.Node,
            $"'{NodeText.Shorten(operation.Key)}' has a field of its own in a path item; write it as '{method}' beside 'additionalOperations'.");
}
