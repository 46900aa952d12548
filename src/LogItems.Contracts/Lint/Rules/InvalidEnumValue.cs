using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record InvalidEnumValue() : LintRule(
    "invalid-enum-value", "Every value of an 'enum' is of the schema's type and stands there once.")
{
    internal override IEnumerable<Finding> Check(LintSubject subject)
    {
        var schemas = new SchemaValidator(subject.Document, subject.Patterns);
        foreach (var schema in subject.Contract.Schemas)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var value in (schema.Map?["enum"] as ContractList)?.Items ?? [])
            {
                var json = JsonContractWriter.ToElement(value);
                if (!seen.Add(CanonicalJson.Of(json)))
                {
                    yield return At(value, $"{JsonText.Describe(json)} is in this 'enum' already; keep one of the two.");
                }
                else if (schemas.Validate(schema.Node, json).FirstOrDefault(error => error.Keyword != "enum") is { } error)
                {
                    yield return At(value, $"No value can be this one: {error.Message}");
                }
            }
        }
    }
}
