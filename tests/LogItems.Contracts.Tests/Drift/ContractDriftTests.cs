using System.Text.Json.Nodes;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Drift;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Tests.Support;

namespace LogItems.Contracts.Tests.Drift;

public class ContractDriftTests
{
    private const string Items = "/JobSessions/{sessionId}/LogItems";

    private static readonly (string What, Action<VendorDocument> Disagree, string Rule, string Subject)[] Disagreements =
    [
        ("another type", vendor => Property(vendor, "LogItem", "usn")["type"] = "string", "response-property-type-changed", "LogItem.usn"),
        ("another format",
            vendor => Property(vendor, "JobSession", "progress")["format"] = "int64", "response-property-type-generalized", "JobSession.progress"),
        ("null", vendor => Property(vendor, "LogItem", "creationTime")["nullable"] = true, "response-property-became-nullable", "LogItem.creationTime"),
        ("never null", vendor => Property(vendor, "JobSession", "endTime").Remove("nullable"), "response-property-became-not-nullable", "JobSession.endTime"),
        ("a word less", vendor => vendor.Schema("LogItemType")["enum"]!.AsArray().RemoveAt(4), "response-property-enum-value-removed", "LogItemType"),
        ("a word more", vendor => vendor.Schema("LogItemType")["enum"]!.AsArray().Add("Skipped"), "response-property-enum-value-added", "LogItemType"),
        ("a property less",
            vendor => vendor.Schema("LogItem")["properties"]!.AsObject().Remove("message"), "response-optional-property-removed", "LogItem.message"),
        ("a property more", vendor => vendor.Schema("LogItem")["properties"]!["added"] = JsonNode.Parse("""{"type":"boolean"}"""),
            "response-optional-property-added", "LogItem.added"),
        ("not required", vendor => vendor.Schema("LogItem")["required"]!.AsArray().RemoveAt(0), "response-property-became-optional", "LogItem.id"),
    ];

    private static readonly (string What, Action<JsonObject> Disagree, string Rule)[] OfOperation =
    [
        ("no such parameter",
            operation => operation["parameters"]!.AsArray().RemoveAll(parameter => Name(parameter) == "orderAsc"), "request-parameter-removed"),
        ("one more parameter", operation => operation["parameters"]!.AsArray().Add(JsonNode.Parse(
            """{"name":"added","in":"query","schema":{"type":"string"}}""")), "new-optional-request-parameter"),
        ("a required parameter", operation => operation["parameters"]!.AsArray().Single(parameter => Name(parameter) == "limit")!["required"] = true,
            "request-parameter-became-required"),
        ("another bound", operation => operation["parameters"]!.AsArray().Single(parameter => Name(parameter) == "limit")!["schema"]!["maximum"] = 100,
            "request-parameter-max-decreased"),
        ("one more status", operation => operation["responses"]!["403"] = JsonNode.Parse("""{"description":"No."}"""),
            "response-non-success-status-added"),
        ("another status", operation => operation["responses"]!.AsObject().Remove("404"), "response-non-success-status-removed"),
        ("no JSON", operation => operation["responses"]!["200"]!["content"]!.AsObject().Remove("application/json"), "response-media-type-removed"),
    ];

    [Test]
    public void Compare_SameSaidDifferently_AgreesInEveryVersion(
        [ValueSource(typeof(ContractVersions), nameof(ContractVersions.All))] string version, [Range(1, 5)] int seed)
    {
        var view = OurContract.Views[version];

        var result = ContractDrift.Compare(view, new VendorDocument(view, seed).Load());

        Assert.That(result.Findings.Select(finding => finding.Message), Is.Empty);
        Assert.That(result.OnlyOurs, Is.Empty);
        Assert.That(result.Compared, Does.Contain($"GET {Items}"));
    }

    [TestCaseSource(nameof(SchemaCases))]
    public void Compare_DisagreementInASchema_IsFound(int index)
    {
        var (_, disagree, rule, subject) = Disagreements[index];

        var findings = Drift(disagree);

        Assert.That(findings.Select(finding => finding.RuleId), Does.Contain(rule));
        Assert.That(findings.Select(finding => finding.Message), Has.Some.Contains(subject.Split('.')[^1]));
        Assert.That(findings.Select(finding => finding.Location.File), Is.All.EndsWith("logitems.yaml"));
    }

    [TestCaseSource(nameof(OperationCases))]
    public void Compare_DisagreementInAnOperation_IsFoundThereOnly(int index)
    {
        var (_, disagree, rule) = OfOperation[index];

        var findings = Drift(vendor => disagree(vendor.Operation(Items)));

        Assert.That(findings.Select(finding => finding.RuleId), Is.EqualTo([rule]));
        Assert.That(findings[0].Change!.Operations, Is.EqualTo([$"GET {Items}"]));
        Assert.That(findings[0].Location.Line, Is.GreaterThan(0));
    }

    [Test]
    public void Compare_OperationThatOnlyOursHas_IsNamedAndNotCompared()
    {
        var view = OurContract.Views["v8"];
        var vendor = new VendorDocument(view, seed: 1);
        vendor.Root["paths"]!.AsObject().Remove($"/v8{Items.ToUpperInvariant()}");

        var result = ContractDrift.Compare(view, vendor.Load());

        Assert.That(result.Findings, Is.Empty);
        Assert.That(result.OnlyOurs, Is.EqualTo([$"GET {Items}"]));
    }

    [Test]
    public void Compare_DocumentOfSomethingElse_IsAFinding()
    {
        var findings = ContractDrift.Compare(OurContract.Views["v8"], Fixture.Load("exchange", "contract.yaml")).Findings;
        var others = ContractDrift.Compare(OurContract.Views["v8"], Fixture.WithSchema("{type: string}")).Findings;

        Assert.That(findings.Select(finding => finding.RuleId), Does.Not.Contain(ContractDrift.NothingShared));
        Assert.That(others.Select(finding => finding.RuleId), Is.EqualTo([ContractDrift.NothingShared]));
    }

    [Test]
    public void Compare_NeighboringVersion_Disagrees()
    {
        var vendor = new VendorDocument(OurContract.Views["v7"], seed: 1).Load();

        var findings = ContractDrift.Compare(OurContract.Views["v8"], vendor).Findings;

        Assert.That(findings.Select(finding => finding.Message), Has.Some.Contains("title").And.Some.Contains("message").And.Some.Contains("totalCount"));
    }

    [TestCase("""{"allOf": [{"$ref": "#/components/schemas/Word"}], "nullable": true}""")]
    [TestCase("""{"oneOf": [{"$ref": "#/components/schemas/Word"}], "nullable": true}""")]
    [TestCase("""{"oneOf": [{"$ref": "#/components/schemas/Word"}, {"enum": [null]}]}""")]
    [TestCase("""{"anyOf": [{"$ref": "#/components/schemas/NullableWord"}]}""")]
    [TestCase("""{"$ref": "#/components/schemas/Word", "nullable": true}""")]
    [TestCase("""{"anyOf": [{"$ref": "#/components/schemas/Word"}, {"type": "null"}]}""", "3.1.0")]
    [TestCase("""{"type": ["string", "null"], "enum": ["A", "B", null]}""", "3.1.0")]
    public void Compare_NullableEnum_IsSeenHoweverItIsWritten(string word, string openApi = "3.0.3")
    {
        var ours = WithWord("""{"$ref": "#/components/schemas/Word"}""", "3.0.3");
        var nullable = WithWord("""{"allOf": [{"$ref": "#/components/schemas/Word"}], "nullable": true}""", "3.0.3");

        var findings = ContractDrift.Compare(ours, WithWord(word, openApi)).Findings;

        Assert.That(findings.Select(finding => (finding.RuleId, finding.Level)), Is.EqualTo([("response-property-became-nullable", FindingLevel.Error)]));
        Assert.That(ContractDrift.Compare(nullable, WithWord(word, openApi)).Findings, Is.Empty);
    }

    [TestCase("required", "response-property-became-optional")]
    [TestCase("default", "request-parameter-default-value-removed")]
    [TestCase("media type", "response-media-type-name-generalized")]
    public void Compare_WhatNoClientNotices_IsANote(string what, string rule)
    {
        var findings = Drift(vendor =>
        {
            var operation = vendor.Operation(Items);
            var content = operation["responses"]!["200"]!["content"]!.AsObject();
            switch (what)
            {
                case "required":
                    vendor.Schema("LogItem")["required"]!.AsArray().RemoveAt(0);
                    break;
                case "default":
                    operation["parameters"]!.AsArray().Single(parameter => Name(parameter) == "limit")!["schema"]!.AsObject().Remove("default");
                    break;
                default:
                    content["*/*"] = content["application/json"]!.DeepClone();
                    content.Remove("application/json");
                    break;
            }
        });

        Assert.That(findings.Select(finding => finding.RuleId), Is.EqualTo([rule]));
        Assert.That(findings[0].Level, Is.EqualTo(FindingLevel.Info));
    }

    [Test]
    public void Compare_AnyMediaType_IsComparedWithOurs()
    {
        var findings = Drift(vendor =>
        {
            foreach (var content in vendor.Operations().SelectMany(operation => operation["responses"]!.AsObject())
                .Select(response => response.Value!["content"]).OfType<JsonObject>().Where(content => content.ContainsKey("application/json")))
            {
                content["*/*"] = content["application/json"]!.DeepClone();
                content.Remove("application/json");
            }

            Property(vendor, "LogItem", "usn")["type"] = "string";
        });

        Assert.That(findings.Where(finding => finding.Level > FindingLevel.Info).Select(finding => finding.RuleId),
            Is.EqualTo(["response-property-type-changed"]));
    }

    [Test]
    public void Compare_StatusOfOursUnderTheirDefault_IsComparedWithTheDefault()
    {
        var findings = Drift(vendor =>
        {
            var responses = vendor.Operation(Items)["responses"]!.AsObject();
            responses["default"] = responses["500"]!.DeepClone();
            responses["default"]!["content"]!["application/json"]!["schema"] = JsonNode.Parse(
                """{"type": "object", "properties": {"message": {"type": "integer"}}}""");
            responses.Remove("404");
        });

        Assert.That(findings.Select(finding => finding.RuleId), Does.Contain("response-property-type-changed"));
    }

    [Test]
    public void Compare_EnumValueWithAStrayComma_IsReportedAsAMisprint()
    {
        var findings = Drift(vendor => vendor.Schema("LogItemType")["enum"]![1] = "Warning,");

        Assert.That(findings.Select(finding => (finding.RuleId, finding.Level)).Distinct(),
            Is.EqualTo([(ContractDrift.MisprintedValue, FindingLevel.Warn)]));
        Assert.That(findings[0].Message, Does.Contain("misprints 'Warning' as 'Warning,'"));
    }

    private static ContractDocument WithWord(string word, string openApi) => ContractDocument.Load(
        new StringReader($$"""
            { "openapi": "{{openApi}}", "info": { "title": "Words", "version": "1" },
              "paths": { "/words": { "get": { "responses": { "200": { "description": "", "content": { "application/json": { "schema":
                { "type": "object", "properties": { "word": {{word}} } } } } } } } } },
              "components": { "schemas": {
                "Word": { "type": "string", "enum": ["A", "B"] },
                "NullableWord": { "type": {{(openApi == "3.0.3" ? "\"string\", \"nullable\": true" : "[\"string\", \"null\"]")}}, "enum": ["A", "B"] } } } }
            """), "words.json");

    private static IReadOnlyList<Finding> Drift(Action<VendorDocument> disagree)
    {
        var view = OurContract.Views["v8"];

        // Written out in some places, a schema says it there still: so all of them are taken by reference.
        var vendor = new VendorDocument(view, seed: 1, writesOut: false);
        disagree(vendor);
        return ContractDrift.Compare(view, vendor.Load()).Findings;
    }

    private static JsonObject Property(VendorDocument vendor, string schema, string property) =>
        vendor.Schema(schema)["properties"]![property]!.AsObject();

    private static string Name(JsonNode? parameter) => parameter!["name"]!.GetValue<string>();

    private static IEnumerable<TestCaseData> SchemaCases() =>
        Disagreements.Select((item, index) => new TestCaseData(index).SetArgDisplayNames(item.What));

    private static IEnumerable<TestCaseData> OperationCases() =>
        OfOperation.Select((item, index) => new TestCaseData(index).SetArgDisplayNames(item.What));
}
