using LogItems.Contracts.Diff;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Tests.Diff;

/// <summary>Pairs of documents whose verdict on the wire was reported wrong: breaking ones and harmless ones.</summary>
public class WireVerdictTests
{
    private const string Key = "components: {securitySchemes: {k: {type: apiKey, in: header, name: k}, o: {type: apiKey, in: header, name: o}}}";
    private const string Pets = """
        components: {schemas: {Cat: {type: object, properties: {t: {type: string}}}, Dog: {type: object, properties: {t: {type: string}}}}}
        """;

    // Security
    [TestCase("", "security: [{k: []}]", true, Key, TestName = "Credentials are required where none were")]
    [TestCase("security: [{k: []}, {}]", "security: [{k: []}]", true, Key, TestName = "The anonymous alternative is gone")]
    [TestCase("security: [{k: []}]", "security: [{k: [], o: []}]", true, Key, TestName = "One scheme becomes two together")]
    [TestCase("security: [{k: []}]", "security: [{k: [w]}]", true, Key, TestName = "A scope is added")]
    [TestCase("security: [{k: []}]", "security: [{k: []}, {o: []}]", false, Key, TestName = "An alternative is added")]
    [TestCase("security: [{k: [], o: []}]", "security: [{k: []}]", false, Key, TestName = "Two schemes together become one")]
    [TestCase("security: [{k: []}]", "security: []", false, Key, TestName = "Credentials are no longer required")]
    [TestCase("security: [{k: [r]}, {k: [w]}]", "security: [{k: [r]}]", true, Key, TestName = "An alternative of the same scheme is gone")]
    [TestCase("security: [{k: [w]}]", "security: [{k: [r]}, {k: [w]}]", false, Key, TestName = "An alternative of the same scheme is added")]
    // Media types
    [TestCase("responses: {'200': {description: d, content: {application/json: {schema: {type: object}}}}}",
        "responses: {'200': {description: d, content: {application/xml: {schema: {type: object}}}}}", true, "", TestName = "JSON becomes XML")]
    [TestCase("responses: {'200': {description: d, content: {application/json: {schema: {type: object}}}}}",
        "responses: {'200': {description: d, content: {application/json; charset=utf-16: {schema: {type: object}}}}}", true, "",
        TestName = "The charset of a response changes")]
    [TestCase("requestBody: {content: {application/json: {schema: {type: object}}}}",
        "requestBody: {content: {application/json; charset=utf-8: {schema: {type: object}}}}", false, "", TestName = "JSON names its charset")]
    [TestCase("responses: {'200': {description: d, content: {'*/*': {schema: {type: object, properties: {a: {type: string}}}}}}}",
        "responses: {'200': {description: d, content: {'*/*': {schema: {type: object, properties: {a: {type: integer}}}}}}}", true, "",
        TestName = "A string becomes a number in any media type")]
    [TestCase("responses: {'200': {description: d, content: {text/xml: {schema: {type: object, properties: {a: {type: string}}}}}}}",
        "responses: {'200': {description: d, content: {text/xml: {schema: {type: object, properties: {a: {type: integer}}}}}}}", false, "",
        TestName = "A string becomes a number in XML")]
    // Alternatives
    [TestCase("requestBody: {content: {application/json: {schema: {type: string, nullable: true}}}}",
        "requestBody: {content: {application/json: {schema: {nullable: true, anyOf: [{type: string}, {type: integer}]}}}}", false, "",
        TestName = "A nullable string is wrapped beside a number")]
    [TestCase("requestBody: {content: {application/json: {schema: {type: object, required: [a, b]}}}}",
        "requestBody: {content: {application/json: {schema: {oneOf: [{type: object, required: [a, b]}, {type: object, required: [a]}]}}}}",
        true, "", TestName = "An object is wrapped beside one that it matches too")]
    [TestCase("requestBody: {content: {application/json: {schema: {type: object, required: [a, b]}}}}",
        "requestBody: {content: {application/json: {schema: {oneOf: [{type: object, required: [a, b]}, {type: string}]}}}}",
        false, "", TestName = "An object is wrapped beside a string")]
    [TestCase("requestBody: {content: {application/json: {schema: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}}}}",
        "requestBody: {content: {application/json: {schema: {type: object, oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}}}}",
        false, Pets, TestName = "A type is written out that all alternatives have")]
    [TestCase("responses: {'200': {description: d, content: {application/json: {schema: {type: string, enum: [a, b]}}}}}",
        "responses: {'200': {description: d, content: {application/json: {schema: {enum: [a, b]}}}}}", false, "",
        TestName = "A type is left out that all values have")]
    // Properties
    [TestCase("requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: integer, maximum: 9}}}}}}",
        "requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: integer, maximum: 5, readOnly: true}}}}}}", false, "",
        TestName = "A property is limited that no request carries any more")]
    [TestCase("requestBody: {content: {application/json: {schema: {type: object, required: [a]}}}}",
        "requestBody: {content: {application/json: {schema: {type: object, required: [a], properties: {a: {}}}}}}", false, "",
        TestName = "A property is described that was required already")]
    [TestCase("requestBody: {content: {application/json: {schema: {type: object}}}}",
        "requestBody: {content: {application/json: {schema: {type: object, required: [a]}}}}", true, "",
        TestName = "A property is required that nothing describes")]
    [TestCase("requestBody: {content: {application/json: {schema: {type: object, required: [a]}}}}",
        "requestBody: {content: {application/json: {schema: {type: object}}}}", false, "",
        TestName = "A property is no longer required that nothing describes")]
    // Parameters
    [TestCase("parameters: [{name: p, in: query, schema: {type: integer, minimum: 1, maximum: 9}}]",
        "parameters: [{name: p, in: query, schema: {type: integer, format: int64, minimum: 1, maximum: 9}}]", false, "",
        TestName = "A format narrows nothing within the bounds")]
    [TestCase("parameters: [{name: p, in: query, schema: {type: integer, format: int32, minimum: 1, maximum: 9}}]",
        "parameters: [{name: p, in: query, schema: {type: integer, format: int32}}]", false, "",
        TestName = "Bounds within a format are given up")]
    [TestCase("parameters: [{name: p, in: query, schema: {type: string}}]",
        "parameters: [{name: p, in: query, schema: {type: string, format: shoe-size}}]", false, "", TestName = "A format is unknown")]
    [TestCase("parameters: [{name: p, in: query, schema: {type: string}}]",
        "parameters: [{name: p, in: query, schema: {type: array, items: {type: string, enum: [a, b]}}}]", true, "",
        TestName = "A string becomes a list of certain values")]
    // Responses covered by others
    [TestCase("responses: {default: {description: d, content: {application/json: {schema: {type: object, required: [a], properties: {a: {type: string}}}}}}}",
        "responses: {default: {description: d, content: {application/json: {schema: {type: object, required: [a], properties: {a: {type: string}}}}}}, "
        + "'404': {description: d, content: {application/json: {schema: {type: object}}}}}", true, "",
        TestName = "A status that the default covered loses a property")]
    public void Compare_WireVerdict_IsRight(string before, string after, bool breaks, string components)
    {
        var findings = ContractDiff.Compare(Document(before, components), Document(after, components));

        Assert.That(findings.Any(finding => finding.Change!.Wire > FindingLevel.Info), Is.EqualTo(breaks),
            string.Join('\n', findings.Select(finding => $"{finding.Change!.Wire} {finding.RuleId}: {finding.Message}")));
    }

    [Test]
    public void Compare_PathMovesIntoTheServersAddress_NothingBreaks()
    {
        var before = Fixture.Parse(
            "{openapi: 3.0.3, info: {title: T, version: '1'}, servers: [{url: 'https://a.test'}], paths: {/v1/users: {get: {responses: {}}}}}");
        var after = Fixture.Parse(
            "{openapi: 3.0.3, info: {title: T, version: '1'}, servers: [{url: 'https://a.test/v1'}], paths: {/users: {get: {responses: {}}}}}");

        Assert.That(ContractDiff.Compare(before, after).Where(finding => finding.Level > FindingLevel.Info), Is.Empty);
    }

    [TestCase("{type: object, properties: {a: {type: string}}}", false)]
    [TestCase("{type: object, required: [a], properties: {a: {type: string}}}", true)]
    public void Compare_WrappedSchemaIsChanged_ItsChangesAreReported(string cat, bool breaks)
    {
        var before = Document(
            "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Cat'}}}}",
            "components: {schemas: {Cat: {type: object, properties: {a: {type: string}}}}}");
        var after = Document(
            "requestBody: {content: {application/json: {schema: {oneOf: [{$ref: '#/components/schemas/Cat'}, {type: string}]}}}}",
            $"components: {{schemas: {{Cat: {cat}}}}}");

        Assert.That(ContractDiff.Compare(before, after).Any(finding => finding.Change!.Wire > FindingLevel.Info), Is.EqualTo(breaks));
    }

    [Test]
    public void Compare_AlternativeIsTheSchemaItself_Ends()
    {
        const string Operation = "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Cat'}}}}";
        var before = Document(Operation, "components: {schemas: {Cat: {type: string, nullable: true}}}");
        var after = Document(
            Operation, "components: {schemas: {Cat: {nullable: true, oneOf: [{$ref: '#/components/schemas/Cat'}, {type: integer}]}}}");

        Assert.That(ContractDiff.Compare(before, after), Is.Not.Empty);
    }

    [TestCase("", "security: [{k: []}], ", TestName = "Security moves from the document to its operations")]
    [TestCase("security: [{k: []}], ", "", TestName = "Security moves from the operations to their document")]
    public void Compare_SecurityMoves_NothingBreaks(string before, string after)
    {
        Assert.That(ContractDiff.Compare(Document(before), Document(after)).Where(finding => finding.Level > FindingLevel.Info), Is.Empty);

        static ContractDocument Document(string security) => Fixture.Parse(
            $"{{openapi: 3.0.3, info: {{title: T, version: '1'}}, {(security.Length == 0 ? "security: [{k: []}], " : "")}"
            + $"paths: {{/t: {{get: {{{security}responses: {{'200': {{description: d}}}}}}}}}}}}");
    }

    private static ContractDocument Document(string operation, string components)
    {
        var responses = operation.Contains("responses", StringComparison.Ordinal) ? "" : "responses: {'200': {description: d}}, ";
        var own = operation.Length == 0 ? "" : $"{operation}, ";
        return Fixture.Parse(
            "openapi: '3.0.3'\ninfo: {title: T, version: '1'}\n"
            + $"paths: {{/t: {{post: {{{own}{responses}operationId: t}}}}}}\n{components}\n");
    }
}
