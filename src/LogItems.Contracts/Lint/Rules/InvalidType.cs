using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record InvalidType() : LintRule(
    "invalid-type", "Every 'type' is one of OpenAPI's, and an array says what its items are.")
{
    private static readonly string[] Types = ["string", "number", "integer", "boolean", "array", "object"];

    internal override IEnumerable<Finding> Check(LintSubject subject) =>
        from schema in subject.Contract.Schemas
        let type = schema.Map?["type"] as ContractScalar
        where type is { IsString: true }
        let mistake = Mistake(schema.Map!, type.Text)
        where mistake is not null
        select At(type, mistake);

    private static string? Mistake(ContractMap schema, string type) =>
        !Types.Contains(type) ? $"There is no type '{NodeText.Shorten(type)}'; use {string.Join(", ", Types)}."
        : type == "array" && !schema.Has("items") ? "This array does not say what its items are; write 'items'."
        : null;
}
