using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record InvalidType() : LintRule(
    "invalid-type", "Every 'type' is one of OpenAPI's, and an array in OpenAPI 3.0 has 'items'.")
{
    private static readonly string[] Types = ["string", "number", "integer", "boolean", "array", "object"];

    internal override IEnumerable<Finding> Check(LintSubject subject)
    {
        var isOpenApi30 = subject.Document.IsOpenApi30;
        string[] known = isOpenApi30 ? Types : [.. Types, "null"];
        return
            from schema in subject.Contract.Schemas
            from type in Named(schema.Map?["type"])
            where type is { IsString: true }
            let problem = ProblemOf(schema.Map!, type.Text, known, isOpenApi30)
            where problem is not null
            select At(type, problem);
    }

    private static IEnumerable<ContractScalar> Named(ContractNode? type) => type switch
    {
        ContractScalar one => [one],
        ContractList several => several.Items.OfType<ContractScalar>(),
        _ => [],
    };

    private static string? ProblemOf(ContractMap schema, string type, string[] known, bool isOpenApi30) =>
        !known.Contains(type) ? $"There is no type '{NodeText.Shorten(type)}'; use {string.Join(", ", known)}."
        : isOpenApi30 && type == "array" && !schema.Has("items") ? "This array has no 'items'; describe its items."
        : null;
}
