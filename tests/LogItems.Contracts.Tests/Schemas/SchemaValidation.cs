using System.Text.Json;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Tests.Schemas;

/// <summary>The validation of a text of JSON against the schema <c>Subject</c> of a contract.</summary>
internal static class SchemaValidation
{
    public static IReadOnlyList<SchemaError> Validate(string schema, string json) => Validate(Fixture.WithSchema(schema), json);

    public static IReadOnlyList<SchemaError> Validate(ContractDocument document, string json)
    {
        using var value = JsonDocument.Parse(json);
        return new SchemaValidator(document).Validate(Subject(document), value.RootElement);
    }

    public static ContractNode Subject(ContractDocument document) => document.Find("/components/schemas/Subject")!;
}
