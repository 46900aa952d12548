using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record DuplicateOperationId() : LintRule(
    "duplicate-operation-id", "No two operations have the same 'operationId'.")
{
    internal override IEnumerable<Finding> Check(LintSubject subject) =>
        from operation in subject.Elements
        where operation.Kind == ElementKind.Operation
        let id = operation.Map?["operationId"] as ContractScalar
        where id is not null
        group id by id.Text into same
        from twin in same.Skip(1)
        select At(twin, $"'{NodeText.Shorten(same.Key)}' is already the operationId of another operation, at {same.First().Location}; choose another.");
}
