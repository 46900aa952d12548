using LogItems.Contracts.Diff;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Tests.Diff;

/// <summary>Keywords of JSON Schema 2020-12 whose effect depends on others, and on who has to keep to them.</summary>
public class SchemaKeywordTests
{
    // The schema 'true' is as good as none.
    [TestCase("{type: object}", "{type: object, propertyNames: true}")]
    [TestCase("{type: object}", "{type: object, unevaluatedProperties: true}")]
    [TestCase("{type: object}", "{type: object, unevaluatedProperties: {}}")]
    [TestCase("{type: array}", "{type: array, unevaluatedItems: true}")]
    [TestCase("{type: array}", "{type: array, prefixItems: [true, {}]}")]
    [TestCase("{type: object}", "{type: object, dependentSchemas: {a: true}}")]
    [TestCase("{type: object}", "{type: object, patternProperties: {^x: true}}")]
    [TestCase("{type: object}", "{type: object, dependentRequired: {a: []}}")]
    [TestCase("{type: string}", "{type: string, not: false}")]
    // Only 'if' with a consequence is a condition.
    [TestCase("{type: string}", "{type: string, then: {minLength: 1}}")]
    [TestCase("{type: string}", "{type: string, else: {minLength: 1}}")]
    [TestCase("{type: string}", "{type: string, if: {minLength: 1}}")]
    [TestCase("{type: string, then: {minLength: 1}}", "{type: string, then: {minLength: 2}}")]
    [TestCase("{type: string, if: {minLength: 1}}", "{type: string, if: {minLength: 2}, then: true}")]
    [TestCase("{type: array, items: {not: {then: {type: string}}}}", "{type: array, items: {not: {}}}")]
    [TestCase("{allOf: [{if: {minLength: 1}, then: {maxLength: 9}}, {if: {minLength: 2}, then: {maxLength: 8}}]}",
        "{allOf: [{if: {minLength: 2}, then: {maxLength: 8}}, {if: {minLength: 1}, then: {maxLength: 9}}]}")]
    public void Compare_WhatLimitsNothing_IsNoChange(string before, string after)
    {
        foreach (var place in (string[])["request", "response"])
        {
            Assert.That(Compare(place, before, after), Is.Empty);
            Assert.That(Compare(place, after, before), Is.Empty);
        }
    }

    [TestCase("{type: object, propertyNames: {maxLength: 3}}", "{type: object, propertyNames: true}", "property-names-removed info",
        "property-names-removed error")]
    [TestCase("{type: object, propertyNames: true}", "{type: object, propertyNames: {maxLength: 3}}", "property-names-added error",
        "property-names-added info")]
    [TestCase("{type: object, unevaluatedProperties: false}", "{type: object, unevaluatedProperties: true}",
        "unevaluated-properties-removed info", "unevaluated-properties-removed error")]
    [TestCase("{type: object, unevaluatedProperties: false}", "{type: object, unevaluatedProperties: {type: string}}", "not-removed info", "not-removed error")]
    [TestCase("{type: array, unevaluatedItems: {type: string}}", "{type: array, unevaluatedItems: false}", "not-added error", "not-added info")]
    [TestCase("{type: array, items: false}", "{type: array, items: {type: string}}", "not-removed info", "not-removed error")]
    [TestCase("{type: string, if: {minLength: 1}, then: {maxLength: 9}}", "{type: string, then: {maxLength: 9}}",
        "if-removed info, then-removed info", "if-removed error, then-removed error")]
    [TestCase("{type: string, then: {maxLength: 9}}", "{type: string, if: {minLength: 1}, then: {maxLength: 9}}",
        "if-added error, then-added error", "if-added info, then-added info")]
    [TestCase("{type: string, if: {minLength: 1}, then: {maxLength: 9}}", "{type: string, if: {minLength: 1}, then: {maxLength: 8}}",
        "max-length-decreased error", "max-length-decreased info")]
    [TestCase("{type: string, allOf: [{if: {minLength: 1}, then: {maxLength: 9}}, {if: {minLength: 2}, then: {maxLength: 8}}]}",
        "{type: string, allOf: [{if: {minLength: 1}, then: {maxLength: 9}}, {if: {minLength: 2}, then: {maxLength: 7}}]}",
        "max-length-decreased error", "max-length-decreased info")]
    // Callers send what is required, and rely on what answers have to carry.
    [TestCase("{type: object}", "{type: object, dependentRequired: {a: [b]}}", "dependent-required-added error", "dependent-required-added info")]
    [TestCase("{type: object, dependentRequired: {a: [b]}}", "{type: object}", "dependent-required-removed info", "dependent-required-removed error")]
    [TestCase("{type: object, dependentRequired: {a: [b]}}", "{type: object, dependentRequired: {a: [b, c]}}",
        "dependent-required-changed error", "dependent-required-changed info")]
    [TestCase("{type: object, dependentRequired: {a: [b, c]}}", "{type: object, dependentRequired: {a: [c]}}",
        "dependent-required-changed info", "dependent-required-changed error")]
    [TestCase("{type: object, dependentRequired: {a: [b]}}", "{type: object, dependentRequired: {a: [c]}}",
        "dependent-required-changed error", "dependent-required-changed error")]
    // Exactly one alternative, or any number of them.
    [TestCase("{anyOf: [{type: object, required: [a]}, {type: object, required: [b]}]}",
        "{oneOf: [{type: object, required: [a]}, {type: object, required: [b]}]}",
        "any-of-became-one-of error", "any-of-became-one-of info")]
    [TestCase("{oneOf: [{type: object, required: [a]}, {type: object, required: [b]}]}",
        "{anyOf: [{type: object, required: [a]}, {type: object, required: [b]}]}",
        "one-of-became-any-of info", "one-of-became-any-of warn")]
    [TestCase("{anyOf: [{type: string}, {type: integer}]}", "{oneOf: [{type: string}, {type: integer}]}", "any-of-became-one-of info",
        "any-of-became-one-of info")]
    [TestCase("{not: {anyOf: [{required: [a]}, {required: [b]}]}}", "{not: {oneOf: [{required: [a]}, {required: [b]}]}}", "not-changed error",
        "not-changed error")]
    public void Compare_Change_IsJudgedByItsDirection(string before, string after, string request, string response)
    {
        Assert.That(string.Join(", ", Compare("request", before, after)), Is.EqualTo(request));
        Assert.That(string.Join(", ", Compare("response", before, after)), Is.EqualTo(response));
    }

    [TestCase("'200': {description: d}", "'200': {description: d}, '410': {description: d}", "webhook-response-status-added info")]
    [TestCase("'200': {description: d}, '204': {description: d}", "'200': {description: d}", "webhook-response-status-removed error")]
    [TestCase("'200': {description: d}, '410': {description: d}", "'200': {description: d}", "webhook-response-status-removed info")]
    [TestCase("'204': {description: d}", "2XX: {description: d}", null)]
    [TestCase("'204': {description: d}", "default: {description: d}", null)]
    [TestCase("2XX: {description: d}", "'204': {description: d}", null)]
    public void Compare_StatusOfWebhookWithoutABody_IsJudged(string before, string after, string? expected)
    {
        var findings = ContractDiff.Compare(Webhook(before), Webhook(after));

        Assert.That(
            findings.Select(finding => $"{finding.RuleId} {finding.Change!.Wire}".ToLowerInvariant()), Is.EqualTo(expected is null ? [] : new[] { expected }));

        static ContractDocument Webhook(string responses) => Fixture.Parse(
            $"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\nwebhooks: {{ended: {{post: {{responses: {{{responses}}}}}}}}}\n");
    }

    private static IEnumerable<string> Compare(string place, string before, string after) =>
        from finding in ContractDiff.Compare(Load(place, before), Load(place, after))
        let rule = finding.RuleId.Replace($"{place}-body-", "", StringComparison.Ordinal)
        let prefix = $"{place}-property-"
        select $"{(rule.StartsWith(prefix, StringComparison.Ordinal) ? rule[prefix.Length..] : rule)} {finding.Change!.Wire}".ToLowerInvariant();

    private static ContractDocument Load(string place, string schema)
    {
        var content = $"{{description: d, content: {{application/json: {{schema: {schema}}}}}}}";
        var operation = place == "request" ? $"requestBody: {content}, responses: {{'200': {{description: d}}}}" : $"responses: {{'200': {content}}}";
        return Fixture.Parse($"openapi: '3.1.0'\ninfo: {{title: T, version: '1'}}\npaths: {{/a: {{post: {{{operation}}}}}}}\n");
    }
}
