using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record MissingOperationId() : LintRule(
    "missing-operation-id", "Every operation has an 'operationId', which names the SDK's method.", FindingLevel.Warn)
{
    internal override IEnumerable<Finding> Check(LintSubject subject) =>
        from element in subject.Elements
        where element.Kind == ElementKind.Operation && element.Map is { } operation && operation["operationId"] is not ContractScalar { Text.Length: > 0 }
        select At(element.Node, "This operation has no 'operationId'; name it as the SDK's method should be called.");
}
