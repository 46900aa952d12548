using LogItems.Contracts.Annotations;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Tests.Annotations;

public class ContractAnnotationsTests
{
    private const string Start =
        """
        openapi: '3.0.3'
        info: {title: Test, version: '1'}

        """;

    [Test]
    public void Check_SeveralMistakes_AreInTheOrderOfTheDocument()
    {
        var findings = Check(
            """
            paths: {}
            components:
              schemas:
                Item:
                  type: object
                  required: [nope]
                  properties:
                    late: {type: string, x-since: v6, x-until: v3}
                    odd: {type: string, x-since: six}
                    deep: {type: array, items: {type: string, x-since: v6}}
            """);

        Assert.That(findings.Select(finding => (finding.RuleId, finding.Location.Line)), Is.EqualTo(
            [("unknown-required-property", 8), ("empty-range", 10), ("unknown-version", 11), ("misplaced-annotation", 12)]));
    }

    [Test]
    public void Check_Finding_NamesPointerLineColumnAndFile()
    {
        var findings = Check("paths: {/a/b: {x-since: v6, get: {responses: {default: {description: Any.}}}}}");

        Assert.That(findings.Single().Location, Is.EqualTo(new Location("/paths/~1a~1b/x-since", 3, 25, "test.yaml")));
    }

    [Test]
    public void Check_ComponentUsedFromV6Only_RefusesAPropertyThatEndsBefore()
    {
        var findings = Check(
            """
            paths:
              /Retrievals:
                get:
                  x-since: v6
                  responses:
                    '200':
                      description: Found.
                      content: {application/json: {schema: {$ref: '#/components/schemas/Page'}}}
            components:
              schemas:
                Page: {type: object, properties: {results: {type: array, items: {$ref: '#/components/schemas/Item'}}}}
                Item: {type: object, properties: {title: {type: string, x-until: v5}}}
            """);

        Assert.That(findings.Single().RuleId, Is.EqualTo("unreachable-range"));
        Assert.That(findings.Single().Location.Pointer, Is.EqualTo("/components/schemas/Item/properties/title/x-until"));
    }

    [Test]
    public void Check_ModelBesideShapes_IsNoUseOfWhatItRefersTo()
    {
        var findings = Check(
            """
            paths:
              /Sessions:
                get:
                  responses:
                    '200':
                      description: Found.
                      content:
                        application/json:
                          schema: {$ref: '#/components/schemas/Page'}
                          x-shapes:
                            - schema: {type: array, items: {type: object}}
                              x-until: v4
                            - schema: {$ref: '#/components/schemas/Page'}
                              x-since: v5
            components:
              schemas:
                Page: {type: object, x-since: v5}
            """);

        Assert.That(findings, Is.Empty);
    }

    [Test]
    public void Check_ReferencedParameterAndResponse_BringTheirOwnRange()
    {
        var findings = Check(
            """
            paths:
              /Sessions:
                get:
                  parameters: [{$ref: '#/components/parameters/Order'}]
                  responses:
                    '200': {description: Found.}
                    '409': {$ref: '#/components/responses/Conflict'}
            components:
              parameters:
                Order: {name: orderAsc, in: query, schema: {type: boolean}, x-since: v8}
              responses:
                Conflict: {description: Busy., x-since: v8}
            """);

        Assert.That(findings, Is.Empty);
    }

    [TestCase("Item: {type: string, enum: [a], x-nullable-since: v7}", "misplaced-annotation")]
    [TestCase("Item: {type: string, nullable: true, x-nullable-since: v1}", "unknown-version")]
    [TestCase("Item: {type: string, x-enum-versions: {a: {x-since: v3}}}", "misplaced-annotation")]
    [TestCase("Item: {type: object, x-shapes: []}", "misplaced-annotation")]
    [TestCase("Item: {type: object, properties: {x-since: v6}}", "misplaced-annotation")]
    [TestCase("Item: {type: object, properties: {a: {type: string, x-since: [v6]}}}", "unknown-version")]
    [TestCase("Item: {type: object, x-until: v5, properties: {a: {type: string, x-since: v6}}}", "unreachable-range")]
    public void Check_MistakeInASchema_BreaksOneRule(string schema, string ruleId)
    {
        var findings = Check($"paths: {{}}\ncomponents: {{schemas: {{{schema}}}}}");

        Assert.That(findings.Select(finding => finding.RuleId), Is.EqualTo([ruleId]));
    }

    [TestCase("Item: {type: object, example: {x-since: v99}, default: {x-shapes: 1}}")]
    [TestCase("Item: {type: object, x-vendor: {x-since: v99}}")]
    [TestCase("Item: {type: object, properties: {a: {type: string}}, not: {required: [a]}}")]
    [TestCase("Item: {type: string, enum: [a, b], x-enum-versions: {a: {x-until: v3}}}")]
    public void Check_WhatBreaksNoRule_IsLeftAlone(string schema)
    {
        Assert.That(Check($"paths: {{}}\ncomponents: {{schemas: {{{schema}}}}}"), Is.Empty);
    }

    private static IReadOnlyList<Finding> Check(string rest) => ContractAnnotations.Check(Fixture.Parse(Start + rest));
}
