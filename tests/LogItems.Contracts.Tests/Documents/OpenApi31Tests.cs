using LogItems.Contracts.Diff;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Tests.Documents;

public class OpenApi31Tests
{
    [TestCase("{type: [string, 'null']}", "{type: string, nullable: true}")]
    [TestCase("{oneOf: [{type: 'null'}, {type: string}]}", "{type: string, nullable: true}")]
    [TestCase("{anyOf: [{type: integer}, {type: string}, {type: 'null'}]}", "{anyOf: [{type: integer}, {type: string}], nullable: true}")]
    [TestCase("{const: Stop}", "{enum: [Stop]}")]
    [TestCase("{type: integer, exclusiveMinimum: 5}", "{type: integer, minimum: 5, exclusiveMinimum: true}")]
    [TestCase("{type: string, examples: [a, b]}", "{type: string}")]
    [TestCase("{$ref: '#/components/schemas/Name', maxLength: 3}", "{type: string, maxLength: 3}")]
    public void Load_WhatOpenApi30CanSay_IsSaidInItsWords(string schema, string expected)
    {
        var document = Load(schema, "3.1.0", acceptsOpenApi31: true);

        Assert.That(ContractDiff.Compare(document, Load(expected, "3.0.3")), Is.Empty);
    }

    [TestCase("{type: [string, integer]}", "a list of types")]
    [TestCase("{if: {type: string}}", "'if'")]
    [TestCase("{type: array, prefixItems: [{type: string}]}", "'prefixItems'")]
    [TestCase("{type: object, properties: {a: false}}", "the schema 'false'")]
    [TestCase("{type: integer, minimum: 1, exclusiveMinimum: 5}", "'exclusiveMinimum' beside 'minimum'")]
    public void Load_WhatOpenApi30CannotSay_IsRefusedWithItsPlace(string schema, string words)
    {
        var exception = Assert.Throws<ContractLoadException>(() => Load(schema, "3.1.0", acceptsOpenApi31: true))!;

        Assert.That(exception.Message, Does.Contain($"OpenAPI 3.0 has no word for {words} of 3.1"));
        Assert.That(exception.Location.Line, Is.EqualTo(3));
    }

    private static ContractDocument Load(string schema, string version, bool acceptsOpenApi31 = false)
    {
        var answer = $"{{description: Done., content: {{application/json: {{schema: {schema}}}}}}}";
        var text = $"openapi: {version}\ninfo: {{title: T, version: '1'}}\npaths: {{/a: {{get: {{responses: {{'200': {answer}}}}}}}}}\n"
            + "components: {schemas: {Name: {type: string}}}";
        return ContractDocument.Load(new StringReader(text), "test.yaml", new ContractLoadOptions { AcceptsOpenApi31 = acceptsOpenApi31 });
    }
}
