using System.Text;
using System.Text.Json;
using LogItems.Contracts.Conformance;
using LogItems.Contracts.Diff;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Lint;
using LogItems.Contracts.Schemas;
using LogItems.Contracts.Views;

namespace LogItems.Contracts.Tests.Documents;

public class OpenApi31Tests
{
    [TestCase("{type: [string, 'null']}", "{type: string, nullable: true}")]
    [TestCase("{oneOf: [{type: 'null'}, {type: string}]}", "{type: string, nullable: true}")]
    [TestCase("{anyOf: [{type: integer}, {type: string}, {type: 'null'}]}", "{anyOf: [{type: integer}, {type: string}], nullable: true}")]
    [TestCase("{type: integer, exclusiveMinimum: 5}", "{type: integer, minimum: 5, exclusiveMinimum: true}")]
    [TestCase("{type: integer, minimum: 1, exclusiveMinimum: 5}", "{type: integer, minimum: 5, exclusiveMinimum: true}")]
    [TestCase("{type: string, examples: [a, b]}", "{type: string}")]
    [TestCase("{$ref: '#/components/schemas/Name', maxLength: 3}", "{type: string, maxLength: 3}")]
    [TestCase("{$defs: {n: {type: string}}, $ref: '#/paths/~1a/get/responses/200/content/application~1json/schema/$defs/n'}", "{type: string}")]
    [TestCase("{$id: 'https://a.test/s', $defs: {n: {$anchor: name, type: string}}, $ref: '#name'}", "{type: string}")]
    [TestCase("{$id: 'https://a.test/s', $defs: {n: {$id: 'other', type: string}}, $ref: 'other'}", "{type: string}")]
    public void Compare_SameInTheWordsOfOpenApi30_IsNoChange(string schema, string expected)
    {
        var (document, older) = (Load(schema), Load(expected, "3.0.3"));

        Assert.That(ContractDiff.Compare(document, older), Is.Empty);
        Assert.That(ContractDiff.Compare(older, document), Is.Empty);
    }

    [Test]
    public void Compare_NullableThatHasLostItsMeaning_IsAChange() =>
        Assert.That(ContractDiff.Compare(Load("{type: string, nullable: true}", "3.0.3"), Load("{type: string, nullable: true}")), Is.Not.Empty);

    [TestCase("{type: [string, integer]}", "{type: [string, integer, boolean]}", "response-body-type-generalized")]
    [TestCase("{type: [string, integer]}", "{type: [integer, string]}", null)]
    [TestCase("{type: [string, integer]}", "{type: string}", "response-body-type-specialized")]
    [TestCase("{type: [string, integer]}", "{type: [string, boolean]}", "response-body-type-changed")]
    [TestCase("{}", "{type: [string, 'null']}", "response-body-type-specialized")]
    [TestCase("{$ref: '#/components/schemas/Name', maxLength: 3}", "{$ref: '#/components/schemas/Name', maxLength: 4}", "response-body-max-length-increased")]
    [TestCase("{type: array, prefixItems: [{type: string}]}", "{type: array, prefixItems: [{type: integer}]}", "response-body-type-changed")]
    [TestCase("{type: array, items: {type: string}}", "{type: array, items: {type: string}, prefixItems: [{type: string}]}", null)]
    [TestCase("{const: a}", "{enum: [a, b]}", "response-mediatype-enum-value-added")]
    [TestCase("{}", "false", "response-body-not-added")]
    [TestCase("{type: integer, exclusiveMaximum: 5}", "{type: integer, maximum: 5, exclusiveMaximum: 5}", null)]
    [TestCase("{type: integer, allOf: [{exclusiveMinimum: 5}, {minimum: 5}]}", "{type: integer, exclusiveMinimum: 5}", null)]
    [TestCase("{not: {required: [a]}}", "{not: {required: [b]}}", "response-body-not-changed")]
    [TestCase("{not: {items: false}}", "{not: {}}", "response-body-not-changed")]
    public void Compare_WordsOfOpenApi31_AreReadForWhatTheyAre(string schema, string revision, string? rule)
    {
        var findings = ContractDiff.Compare(Load(schema), Load(revision));

        Assert.That(findings.Select(finding => finding.RuleId), Is.EqualTo(rule is null ? Array.Empty<string>() : [rule]));
    }

    [TestCase("request", true, "error")]
    [TestCase("request", false, "info")]
    public void Compare_PatternBesideClosedObject_AdmitsProperties(string place, bool isRemoved, string level)
    {
        const string Closed = "{type: object, additionalProperties: false}", Open = "{type: object, additionalProperties: false, patternProperties: {^x: {}}}";
        var (before, after) = isRemoved ? (Open, Closed) : (Closed, Open);

        var finding = ContractDiff.Compare(LoadRequest(before), LoadRequest(after)).Single();

        Assert.That(finding.RuleId, Does.StartWith($"{place}-body-pattern-property-"));
        Assert.That(finding.Change!.Wire.ToString(), Is.EqualTo(level).IgnoreCase);
    }

    [Test]
    public void Compare_Webhooks_TheirBodiesReachCallers()
    {
        var findings = ContractDiff.Compare(LoadWebhook("{type: string}"), LoadWebhook("{type: [string, integer]}"));
        var removed = ContractDiff.Compare(LoadWebhook("{type: string}"), Load("{}")).Select(finding => finding.RuleId);

        Assert.That(findings.Single().RuleId, Is.EqualTo("response-body-type-generalized"));
        Assert.That(findings.Single().Change!.Operations, Is.EqualTo(["webhook POST ended"]));
        Assert.That(removed, Has.Member("webhook-removed"));
    }

    [TestCase("{type: [string, 'null']}", "null", true)]
    [TestCase("{type: [string, 'null']}", "1", false)]
    [TestCase("{type: integer}", "1.0", true)]
    [TestCase("{const: {a: 1}}", "{\"a\": 1.0}", true)]
    [TestCase("{const: 1}", "2", false)]
    [TestCase("{exclusiveMinimum: 5}", "5", false)]
    [TestCase("{exclusiveMaximum: 5}", "4.9", true)]
    [TestCase("{prefixItems: [{type: string}], items: {type: integer}}", "[\"a\", 1]", true)]
    [TestCase("{prefixItems: [{type: string}], items: {type: integer}}", "[1]", false)]
    [TestCase("{prefixItems: [{}], items: false}", "[1, 2]", false)]
    [TestCase("{contains: {type: string}, minContains: 2}", "[\"a\", 1]", false)]
    [TestCase("{contains: {type: string}, maxContains: 1}", "[\"a\", \"b\"]", false)]
    [TestCase("{contains: {type: string}, minContains: 0}", "[]", true)]
    [TestCase("{propertyNames: {maxLength: 1}}", "{\"ab\": 1}", false)]
    [TestCase("{patternProperties: {^x: {type: string}}, additionalProperties: false}", "{\"xa\": \"b\"}", true)]
    [TestCase("{patternProperties: {^x: {type: string}}}", "{\"xa\": 1}", false)]
    [TestCase("{dependentRequired: {a: [b]}}", "{\"a\": 1}", false)]
    [TestCase("{dependentSchemas: {a: {maxProperties: 1}}}", "{\"a\": 1, \"b\": 1}", false)]
    [TestCase("{if: {type: string}, then: {minLength: 2}, else: {minimum: 3}}", "\"a\"", false)]
    [TestCase("{if: {type: string}, then: {minLength: 2}, else: {minimum: 3}}", "3", true)]
    [TestCase("{allOf: [{properties: {a: {}}}], unevaluatedProperties: false}", "{\"a\": 1}", true)]
    [TestCase("{anyOf: [{properties: {a: {type: string}}}, {properties: {b: {}}}], unevaluatedProperties: false}", "{\"a\": 1}", false)]
    [TestCase("{prefixItems: [{}], unevaluatedItems: false}", "[1, 2]", false)]
    [TestCase("{$ref: '#/components/schemas/Name', maxLength: 1}", "\"ab\"", false)]
    [TestCase("false", "1", false)]
    [TestCase("{properties: {a: false}}", "{\"a\": 1}", false)]
    [TestCase("{type: string, nullable: true}", "null", false)]
    public void Validate_Value_IsJudgedByJsonSchema202012(string schema, string json, bool valid)
    {
        var document = Load(schema);
        using var value = JsonDocument.Parse(json);

        var errors = new SchemaValidator(document).Validate(document.Find(SchemaPointer)!, value.RootElement);

        Assert.That(errors, valid ? Is.Empty : Is.Not.Empty);
    }

    [Test]
    public void Validate_DynamicReference_LeadsToTheOutermostAnchor()
    {
        var document = Load(
            """
            {$id: 'https://a.test/strict', $dynamicAnchor: node, $ref: tree, unevaluatedProperties: false, $defs: {t: {$id: tree, $dynamicAnchor: node,
            type: object, properties: {value: {}, children: {type: array, items: {$dynamicRef: '#node'}}}}}}
            """.ReplaceLineEndings(" "));
        using var value = JsonDocument.Parse("""{"children": [{"vlaue": 1}]}""");

        Assert.That(new SchemaValidator(document).Validate(document.Find(SchemaPointer)!, value.RootElement), Is.Not.Empty);
    }

    [Test]
    public void Validate_AnswerWithPatternsAndConditions_FindsOnlyWhatNothingDescribes()
    {
        var document = Load("{type: object, patternProperties: {^x: {}}, if: {required: [k]}, then: {properties: {k: {}, t: {}}}}");
        var exchange = new Exchange("GET", "/a", "", 200, "application/json", Encoding.UTF8.GetBytes("""{"xa": 1, "k": 1, "t": 2, "other": 3}"""));

        var findings = new ExchangeValidator(document).Validate(exchange);

        Assert.That(findings.Select(finding => finding.Location.Pointer), Is.EqualTo(["/other"]));
    }

    [TestCase("3.1.0", "info: {title: T, version: '1', summary: S, license: {name: MIT, identifier: MIT}}\nwebhooks: {}", null)]
    [TestCase("3.0.3", "info: {title: T, version: '1', license: {name: MIT, identifier: MIT}}\npaths: {}", "unknown-key")]
    [TestCase("3.1.0", "info: {title: T, version: '1'}", "missing-key")]
    [TestCase("3.2.0", "info: {title: T, version: '1'}\n$self: 'https://a.test/o'\npaths: {/a: {query: {responses: {'200': {}}}}}", null)]
    [TestCase("3.1.0", "info: {title: T, version: '1'}\npaths: {/a: {query: {responses: {'200': {}}}}}", "unknown-key,missing-key")]
    [TestCase("3.1.0", "info: {title: T, version: '1'}\npaths: {/a: {$ref: '#/components/pathItems/A'}}\ncomponents: {pathItems: {A: {get: {}}}}", null)]
    public void Lint_Document_IsJudgedByItsVersion(string version, string rest, string? rules)
    {
        var findings = ContractLint.Check(Fixture.Parse($"openapi: {version}\n{rest}\n"))
            .Where(finding => finding.RuleId.EndsWith("-key", StringComparison.Ordinal));

        Assert.That(findings.Select(finding => finding.RuleId).Distinct(), Is.EquivalentTo(rules?.Split(',') ?? []));
    }

    [TestCase("{type: [string, 'null'], examples: [a, null], const: a}", "invalid-example")]
    [TestCase("{type: [string, text]}", "invalid-type")]
    [TestCase("{type: array}", null)]
    [TestCase("{type: string, nullable: true}", "unknown-key")]
    [TestCase("{type: integer, const: a}", "invalid-enum-value")]
    [TestCase("{$ref: '#/components/schemas/Name', description: d}", null)]
    [TestCase("{exclusiveMinimum: 3, exclusiveMaximum: 2}", "contradictory-bounds")]
    [TestCase("true", null)]
    public void Lint_Schema_IsJudgedByJsonSchema202012(string schema, string? rule)
    {
        var findings = ContractLint.Check(Load(schema)).Where(finding => !finding.RuleId.StartsWith("missing-", StringComparison.Ordinal));

        Assert.That(findings.Select(finding => finding.RuleId), Is.EqualTo(rule is null ? Array.Empty<string>() : [rule]));
    }

    [Test]
    public void View_ListOfTypesWithNull_LosesItBeforeItsVersion()
    {
        var view = ContractView.Create(Load("{type: [string, 'null'], x-nullable-since: v8, $defs: {a: {const: 1}}}"), "v7");

        Assert.That(Fixture.Yaml(view), Does.Contain("type: string").And.Contain("const: 1").And.Contain("openapi: '3.1.0'"));
    }

    private const string SchemaPointer = "/paths/~1a/get/responses/200/content/application~1json/schema";

    private static ContractDocument Load(string schema, string version = "3.1.0") => Load("get: {responses: {'200': ", schema, "}}", version);

    private static ContractDocument LoadRequest(string schema) => Load("post: {responses: {}, requestBody: ", schema, "}", "3.1.0");

    private static ContractDocument Load(string start, string schema, string end, string version) => Fixture.Parse(
        $"openapi: '{version}'\ninfo: {{title: T, version: '1'}}\npaths: {{/a: {{{start}"
        + $"{{description: Done., content: {{application/json: {{schema: {schema}}}}}}}{end}}}}}\ncomponents: {{schemas: {{Name: {{type: string}}}}}}");

    [TestCase("", "requestBody: {content: {application/json: {}}}", "response-media-type-added")]
    [TestCase("requestBody: {content: {application/json: {}}}", "", "response-media-type-removed")]
    [TestCase("requestBody: {content: {application/json: {}}}", "requestBody: {content: {}}", "response-media-type-removed")]
    [TestCase("responses: {'200': {description: d}}", "responses: {'200': {description: d, content: {text/csv: {}}}}", "request-body-media-type-added")]
    [TestCase("responses: {'200': {description: d, content: {text/csv: {}}}}", "responses: {}", "request-body-media-type-removed")]
    [TestCase("responses: {'200': {description: d, content: {text/csv: {}}}}", "responses: {2XX: {description: d, content: {text/csv: {}}}}", null)]
    public void Compare_WebhookBodyOnOneSide_IsReported(string before, string after, string? rule)
    {
        var findings = ContractDiff.Compare(Webhook(before), Webhook(after));

        Assert.That(findings.Select(finding => finding.RuleId), Is.EqualTo(rule is null ? [] : new[] { rule }));

        static ContractDocument Webhook(string operation) => Fixture.Parse(
            $"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\nwebhooks: {{ended: {{post: {{{operation}}}}}}}\n");
    }

    private static ContractDocument LoadWebhook(string schema) => Fixture.Parse(
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\nwebhooks: {ended: {post: {requestBody: "
        + $"{{content: {{application/json: {{schema: {schema}}}}}}}}}}}}}\ncomponents: {{schemas: {{Name: {{type: string}}}}}}");
}
