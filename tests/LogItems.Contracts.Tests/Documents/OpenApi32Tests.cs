using LogItems.Contracts.Conformance;
using LogItems.Contracts.Diff;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Lint;
using LogItems.Contracts.Views;

namespace LogItems.Contracts.Tests.Documents;

/// <summary>What OpenAPI 3.2 added: linted, compared and shown in views.</summary>
public class OpenApi32Tests
{
    private const string Done = "responses: {'200': {description: Done.}}";

    // Methods
    [TestCase("paths: {/a: {query: {operationId: a, summary: S, responses: {'200': {description: Done.}}}}}", null)]
    [TestCase("paths: {/a: {additionalOperations: {COPY: {operationId: a, summary: S, responses: {'200': {description: Done.}}}}}}", null)]
    [TestCase("paths: {/a: {additionalOperations: {POST: {operationId: a, summary: S, responses: {'200': {description: Done.}}}}}}", "invalid-method")]
    [TestCase("paths: {'/a/{b}': {additionalOperations: {COPY: {operationId: a, summary: S, responses: {'200': {description: Done.}}}}}}",
        "path-parameter-mismatch")]
    // Media types
    [TestCase("paths: {}\ncomponents: {mediaTypes: {Line: {itemSchema: {type: string}, example: [a, b]}}}", null)]
    [TestCase("paths: {}\ncomponents: {mediaTypes: {Line: {itemSchema: {type: string}, example: [a, 1]}}}", "invalid-example")]
    [TestCase("paths: {}\ncomponents: {mediaTypes: {Line: {itemSchema: 1}}}", "wrong-type")]
    [TestCase("paths: {}\ncomponents: {mediaTypes: {Parts: {itemEncoding: {contentType: image/png}, prefixEncoding: [{contentType: text/plain}]}}}", null)]
    // Parameters
    [TestCase("paths: {}\ncomponents: {parameters: {Q: {name: q, in: querystring, description: D, content: {application/json: {}}}}}", null)]
    [TestCase("paths: {}\ncomponents: {parameters: {Q: {name: q, in: querystring, description: D, schema: {}}}}", "malformed-parameter")]
    [TestCase("paths: {/a: {get: {operationId: a, summary: S, responses: {'200': {description: Done.}}, parameters: "
        + "[{name: q, in: querystring, description: D, "
        + "content: {application/json: {}}}, {name: r, in: query, description: D, schema: {}}]}}}", "malformed-parameter")]
    // Tags
    [TestCase("paths: {}\ntags: [{name: a, summary: A, kind: nav}, {name: b, parent: a}]", null)]
    [TestCase("paths: {}\ntags: [{name: b, parent: a}]", "invalid-tag-parent")]
    [TestCase("paths: {}\ntags: [{name: a, parent: b}, {name: b, parent: a}]", "invalid-tag-parent")]
    [TestCase("paths: {}\ntags: [{name: a, sumary: A}]", "unknown-key")]
    // Security
    [TestCase("paths: {}\ncomponents: {securitySchemes: {o: {type: oauth2, deprecated: true, oauth2MetadataUrl: 'https://a.test', flows: {deviceAuthorization: "
        + "{deviceAuthorizationUrl: 'https://a.test', tokenUrl: 'https://a.test', scopes: {}}}}}}", null)]
    [TestCase("paths: {}\ncomponents: {securitySchemes: {o: {type: oauth2, flows: {device: {tokenUrl: 'https://a.test', scopes: {}}}}}}", "unknown-key")]
    // Examples
    [TestCase("paths: {}\ncomponents: {examples: {A: {dataValue: {a: 1}, serializedValue: a=1}}}", null)]
    [TestCase("paths: {}\ncomponents: {examples: {A: {dataValue: 1, value: 1}}}", "ambiguous-example")]
    [TestCase("paths: {}\ncomponents: {examples: {A: {serializedValue: a, value: a}}}", "ambiguous-example")]
    [TestCase("paths: {}\ncomponents: {examples: {A: {serializedValue: a, externalValue: 'https://a.test'}}}", "ambiguous-example")]
    // Schemas
    [TestCase("paths: {}\ncomponents: {schemas: {A: {description: D, discriminator: {propertyName: k, defaultMapping: A}, xml: {nodeType: cdata}}}}", null)]
    [TestCase("paths: {}\ncomponents: {schemas: {A: {description: D, discriminator: {propertyName: k, defaultMaping: A}}}}", "unknown-key")]
    // Identity
    [TestCase("$self: 'https://a.test/api'\npaths: {}", null)]
    public void Lint_Document_IsJudgedBySpecification(string rest, string? rule)
    {
        var findings = ContractLint.Check(Load(rest)).Select(finding => finding.RuleId).Distinct();

        Assert.That(findings, Is.EqualTo(rule is null ? [] : new[] { rule }));
    }

    [TestCase("paths: {}\ntags: [{name: a, summary: A}]")]
    [TestCase("paths: {}\ncomponents: {schemas: {A: {description: D, xml: {nodeType: text}}}}")]
    [TestCase("paths: {}\ncomponents: {securitySchemes: {o: {type: oauth2, flows: {deviceAuthorization: {scopes: {}}}}}}")]
    [TestCase("paths: {/a: {additionalOperations: {}}}")]
    public void Lint_OlderDocumentWithNewWords_DoesNotKnowThem(string rest) =>
        Assert.That(ContractLint.Check(Load(rest, "3.1.0")).Select(finding => finding.RuleId), Is.EqualTo(["unknown-key"]));

    [TestCase("query: {" + Done + "}", "get: {" + Done + "}, query: {" + Done + "}", "endpoint-added")]
    [TestCase("query: {" + Done + "}, get: {" + Done + "}", "get: {" + Done + "}", "api-removed-without-deprecation")]
    [TestCase("query: {" + Done + "}", "query: {deprecated: true, " + Done + "}", "endpoint-deprecated")]
    [TestCase("get: {" + Done + "}", "get: {" + Done + "}, additionalOperations: {COPY: {" + Done + "}}", "endpoint-added")]
    [TestCase("get: {" + Done + "}, additionalOperations: {COPY: {" + Done + "}}", "get: {" + Done + "}", "api-removed-without-deprecation")]
    [TestCase("additionalOperations: {COPY: {" + Done + "}}",
        "additionalOperations: {COPY: {parameters: [{name: p, in: query, required: true, schema: {}}], " + Done + "}}",
        "new-required-request-parameter")]
    [TestCase("get: {parameters: [{name: q, in: querystring, content: {application/json: {schema: {type: object}}}}], " + Done + "}",
        "get: {parameters: [{name: r, in: querystring, content: {application/json: {schema: {type: object, required: [a]}}}}], " + Done + "}",
        "new-required-request-parameter-property")]
    [TestCase("get: {parameters: [{name: q, in: querystring, content: {application/json: {}}}], " + Done + "}",
        "get: {parameters: [{name: q, in: querystring, content: {text/plain: {}}}], " + Done + "}", "request-parameter-content-type-changed")]
    public void Compare_Operations_AreThoseOfEveryMethod(string before, string after, string rule)
    {
        var findings = ContractDiff.Compare(Load($"paths: {{/a: {{{before}}}}}"), Load($"paths: {{/a: {{{after}}}}}"));

        Assert.That(findings.Select(finding => finding.RuleId), Is.EqualTo([rule]));
    }

    [TestCase("application/jsonl", "itemSchema: {type: object, required: [a], properties: {a: {type: integer}}}",
        "itemSchema: {type: object, properties: {a: {type: integer}}}", "response-property-became-optional")]
    [TestCase("text/event-stream", "itemSchema: {type: object, properties: {data: {type: string}}}",
        "itemSchema: {type: object, properties: {data: {type: string, enum: [a]}}}", "response-property-became-enum")]
    [TestCase("application/jsonl", "itemSchema: {type: integer}", "itemSchema: {type: string}", "response-body-type-changed")]
    [TestCase("application/jsonl", "itemSchema: {type: integer}", "", "response-body-media-type-schema-removed")]
    [TestCase("application/jsonl", "", "itemSchema: {type: integer}", "response-body-media-type-schema-added")]
    [TestCase("application/jsonl", "schema: {type: array}, itemSchema: {type: integer}", "schema: {type: array}, itemSchema: {type: [integer, string]}",
        "response-body-type-generalized")]
    [TestCase("application/jsonl", "$ref: '#/components/mediaTypes/Number'", "$ref: '#/components/mediaTypes/Text'", "response-body-type-changed")]
    [TestCase("application/jsonl", "$ref: '#/components/mediaTypes/Number'", "itemSchema: {type: integer}", null)]
    public void Compare_ItemsOfASequence_AreComparedLikeABody(string media, string before, string after, string? rule)
    {
        var findings = ContractDiff.Compare(Sequence(before), Sequence(after));

        Assert.That(findings.Select(finding => finding.RuleId), Is.EqualTo(rule is null ? [] : new[] { rule }));

        ContractDocument Sequence(string content) => Load(
            $"paths: {{/a: {{get: {{responses: {{'200': {{description: Done., content: {{{media}: {{{content}}}}}}}}}}}}}}}\n"
            + "components: {mediaTypes: {Number: {itemSchema: {type: integer}}, Text: {itemSchema: {type: string}}}}");
    }

    [TestCase("flows: {deviceAuthorization: {deviceAuthorizationUrl: 'https://a.test', tokenUrl: 'https://a.test', scopes: {}}}", "https://a.test'",
        "https://b.test'",
        "api-security-component-oauth-url-changed")]
    [TestCase("flows: {deviceAuthorization: {scopes: {}}}", "{deviceAuthorization", "{clientCredentials: {scopes: {}}, deviceAuthorization",
        "api-security-component-oauth-flow-added")]
    [TestCase("flows: {clientCredentials: {scopes: {}}, deviceAuthorization: {scopes: {}}}", ", deviceAuthorization: {scopes: {}}", "",
        "api-security-component-oauth-flow-removed")]
    [TestCase("oauth2MetadataUrl: 'https://a.test', flows: {}", "a.test", "b.test", "api-security-component-oauth-url-changed")]
    public void Compare_SecuritySchemes_HaveDeviceAuthorization(string scheme, string what, string with, string rule)
    {
        var first = scheme.IndexOf(what, StringComparison.Ordinal);

        var findings = ContractDiff.Compare(Scheme(scheme), Scheme(scheme[..first] + with + scheme[(first + what.Length)..]));

        Assert.That(findings.Select(finding => finding.RuleId), Is.EqualTo([rule]));
        Assert.That(findings.Select(finding => finding.Change!.Wire), Is.EqualTo([FindingLevel.Info]));

        static ContractDocument Scheme(string text) => Load($"paths: {{}}\ncomponents: {{securitySchemes: {{o: {{type: oauth2, {text}}}}}}}");
    }

    [TestCase("application/json", "{discriminator: {propertyName: k}}", "{discriminator: {propertyName: k, defaultMapping: A}}",
        "response-body-discriminator-mapping-added")]
    [TestCase("application/json", "{discriminator: {propertyName: k, defaultMapping: A}}",
        "{discriminator: {propertyName: k, defaultMapping: '#/components/schemas/A'}}", null)]
    [TestCase("application/json", "{discriminator: {propertyName: k, defaultMapping: A}}", "{discriminator: {propertyName: k, defaultMapping: B}}",
        "response-body-discriminator-mapping-changed")]
    [TestCase("application/xml", "{type: object, xml: {name: a}}", "{type: object, xml: {name: b}}", "response-body-xml-changed")]
    [TestCase("application/xml", "{type: object, properties: {a: {type: string, xml: {attribute: true}}}}",
        "{type: object, properties: {a: {type: string, xml: {nodeType: attribute}}}}", null)]
    [TestCase("application/xml", "{type: object, properties: {a: {type: string}}}", "{type: object, properties: {a: {type: string, xml: {nodeType: text}}}}",
        "response-property-xml-changed")]
    [TestCase("application/xml", "{type: array, items: {type: string}, xml: {wrapped: true}}",
        "{type: array, items: {type: string}, xml: {nodeType: element}}", null)]
    [TestCase("application/json", "{type: object, xml: {name: a}}", "{type: object, xml: {name: b}}", null)]
    public void Compare_Schemas_HaveDefaultMappingAndNodeTypes(string media, string before, string after, string? rule)
    {
        var findings = ContractDiff.Compare(Body(before), Body(after));

        Assert.That(findings.Select(finding => finding.RuleId), Is.EqualTo(rule is null ? [] : new[] { rule }));

        ContractDocument Body(string schema) => Load(
            $"paths: {{/a: {{get: {{responses: {{'200': {{description: Done., content: {{{media}: {{schema: {schema}}}}}}}}}}}}}}}\n"
            + "components: {schemas: {A: {type: object}, B: {type: object}}}");
    }

    [TestCase("$self: 'https://a.test/api'", "$self: 'https://b.test/api'")]
    [TestCase("tags: [{name: a, summary: A, kind: nav}]", "tags: [{name: a, summary: B, kind: badge, parent: b}, {name: b}]")]
    [TestCase("components: {examples: {A: {value: 1}}}", "components: {examples: {A: {dataValue: 2, serializedValue: '2'}}}")]
    public void Compare_WhatNoCallerNotices_IsNoChange(string before, string after) =>
        Assert.That(ContractDiff.Compare(Load($"paths: {{}}\n{before}"), Load($"paths: {{}}\n{after}")), Is.Empty);

    [Test]
    public void Compare_AdditionalOperation_IsNamedByItsMethod()
    {
        var findings = ContractDiff.Compare(Copy("100"), Copy("50"));

        Assert.That(findings.Single().Message, Is.EqualTo(
            "Parameter 'limit' (query) of COPY /a: maximum lowered from 100 to 50; larger values are rejected."));
        Assert.That(findings.Single().Change!.Operations, Is.EqualTo(["COPY /a"]));

        static ContractDocument Copy(string most) => Load(
            "paths: {/a: {additionalOperations: {COPY: {parameters: "
            + $"[{{name: limit, in: query, schema: {{type: integer, maximum: {most}}}}}], {Done}}}}}}}}}");
    }

    [TestCase("'https://a.test/api#/components/schemas/A'")]
    [TestCase("'api#/components/schemas/A'")]
    [TestCase("'#/components/schemas/A'")]
    public void Load_ReferenceByTheDocumentsOwnAddress_IsLocal(string reference)
    {
        var document = Load(
            "$self: 'https://a.test/api'\npaths: {/a: {get: {parameters: [{$ref: 'https://a.test/api#/components/parameters/P'}], responses: {'200': "
            + $"{{description: Done., content: {{application/json: {{schema: {{$ref: {reference}}}}}}}}}}}}}}}}}\n"
            + "components: {schemas: {A: {type: string}}, parameters: {P: {name: p, in: query, schema: {}}}}");

        Assert.That(document.Find("/paths/~1a/get/responses/200/content/application~1json/schema/$ref")!.ToJson(), Is.EqualTo("\"#/components/schemas/A\""));
        Assert.That(document.Find("/paths/~1a/get/parameters/0/$ref")!.ToJson(), Is.EqualTo("\"#/components/parameters/P\""));
    }

    [Test]
    public void View_EverythingOf32_IsShown()
    {
        var view = Fixture.Yaml(ContractView.Create(Load(
            """
            $self: 'https://a.test/api'
            tags: [{name: outer, kind: nav}, {name: inner, parent: outer, summary: I}, {name: unused}]
            paths:
              /a:
                query: {tags: [inner], responses: {'200': {description: Done., content: {application/jsonl: {$ref: '#/components/mediaTypes/Line'}}}}}
                additionalOperations:
                  COPY: {parameters: [{name: q, in: querystring, content: {application/json: {}}}], responses: {'200': {description: Done.}}}
            security: [{o: []}]
            components:
              mediaTypes: {Line: {itemSchema: {$ref: '#/components/schemas/Shape'}, examples: {one: {dataValue: [{}], serializedValue: '{}'}}}, Unused: {}}
              schemas:
                Shape: {type: object, discriminator: {propertyName: k, defaultMapping: Other}, xml: {nodeType: none}}
                Other: {type: object}
                Unused: {}
              securitySchemes:
                o: {type: oauth2, flows: {deviceAuthorization: {deviceAuthorizationUrl: 'https://a.test', tokenUrl: 'https://a.test', scopes: {}}}}
            """), "v8"));

        foreach (var word in (string[])["$self:", "query:", "COPY:", "in: querystring", "itemSchema:", "Line:", "dataValue:", "serializedValue:",
            "defaultMapping: Other", "Other:", "nodeType:", "deviceAuthorizationUrl:", "name: outer", "kind: nav", "parent: outer", "summary: I"])
        {
            Assert.That(view, Does.Contain(word));
        }

        Assert.That(view, Does.Not.Contain("nused"));
    }

    [TestCase("application/json", "?%7B%22limit%22%3A5%7D", null)]
    [TestCase("application/json", "?%7B%22limit%22%3A%22x%22%7D", "invalid-parameter")]
    [TestCase("application/json", "?limit=5", "invalid-parameter")]
    [TestCase("application/x-www-form-urlencoded", "?limit=5", null)]
    [TestCase("application/x-www-form-urlencoded", "?limit=x", "invalid-parameter")]
    [TestCase("application/json", "", "missing-parameter")]
    public void Validate_QueryString_IsOneValue(string media, string query, string? rule)
    {
        var document = Load(
            "paths: {/a: {get: {parameters: [{name: q, in: querystring, required: true, content: "
            + $"{{{media}: {{schema: {{type: object, properties: {{limit: {{type: integer}}}}}}}}}}}}], {Done}}}}}}}");

        var findings = new ExchangeValidator(document).Validate(new Exchange("GET", "/a", query, 200, null, ReadOnlyMemory<byte>.Empty));

        Assert.That(findings.Select(finding => finding.RuleId), Is.EqualTo(rule is null ? [] : new[] { rule }));
    }

    [Test]
    public void Validate_AnswerToHead_NeedsNoBody()
    {
        var document = Load("paths: {/a: {head: {responses: {'200': {description: Done., content: {application/json: {schema: {}}}}}}}}");

        Assert.That(new ExchangeValidator(document).Validate(new Exchange("HEAD", "/a", "", 200, "application/json", ReadOnlyMemory<byte>.Empty)), Is.Empty);
    }

    private static ContractDocument Load(string rest, string version = "3.2.0") =>
        Fixture.Parse($"openapi: '{version}'\ninfo: {{title: T, version: '1'}}\n{rest}\n");
}
