using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record InvalidEnumValue() : LintRule(
    "invalid-enum-value", "Every value of an 'enum' or 'const' has the schema's type and is unique.")
{
    internal override IEnumerable<Finding> Check(LintSubject subject)
    {
        var schemas = new SchemaValidator(subject.Document, subject.Patterns);
        foreach (var schema in subject.Contract.Schemas)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var value in Values(schema.Map, subject.Document))
            {
                var json = JsonContractWriter.ToElement(value);
                if (!seen.Add(CanonicalJson.Of(json)))
                {
                    yield return At(value, $"{JsonText.Describe(json)} is already in this 'enum'; keep one of the two.");
                }
                else if (schemas.Validate(schema.Node, json).FirstOrDefault(error => error.Keyword is not ("enum" or "const")) is { } error)
                {
                    yield return At(value, $"No value can be equal to this one: {error.Message}");
                }
            }
        }
    }

    private static IEnumerable<ContractNode> Values(ContractMap? schema, ContractDocument document) =>
        (schema?.ItemsOf("enum") ?? []).Concat(!document.IsOpenApi30 && schema?["const"] is { } only && !schema.Has("enum") ? [only] : []);
}
