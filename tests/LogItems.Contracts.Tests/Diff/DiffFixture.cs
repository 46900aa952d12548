using System.Text.Json.Nodes;
using LogItems.Contracts.Diff;
using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using Microsoft.Extensions.Time.Testing;

namespace LogItems.Contracts.Tests.Diff;

/// <summary>A pair of documents that breaks a rule, and one that nearly does.</summary>
internal sealed record DiffFixture(string RuleId, ContractDocument Base, ContractDocument Revision, ContractDocument Unlike)
{
    private static readonly string[] Places =
    [
        "request-parameter", "request-parameter-property", "request-header-property", "request-body", "request-property",
        "response-header", "response-body", "response-property",
    ];

    /// <summary>The first day of June 2026: announced dates in the fixtures are over or not.</summary>
    public static ContractDiffOptions Options { get; } = new() { TimeProvider = new FakeTimeProvider(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero)) };

    /// <summary>All fixtures.</summary>
    public static IReadOnlyList<DiffFixture> All { get; } = [.. OfRules(), .. OfSchemas()];

    public override string ToString() => RuleId;

    public static IReadOnlyList<Finding> Compare(ContractDocument before, ContractDocument after) =>
        ContractDiff.Compare(before, after, Options);

    public static ContractDocument Document(JsonNode root, string name = "test.json") => Fixture.Parse(root.ToJsonString(), name);

    /// <summary>A document with an operation that answers with a schema.</summary>
    /// <param name="schema">The schema, in YAML's flow style.</param>
    /// <param name="components">Component schemas, in YAML's flow style.</param>
    /// <param name="stability">How long the operation promises to stay as it is.</param>
    public static ContractDocument Answer(string schema, string components = "{}", string stability = "stable") => Fixture.Parse(
        $"""
        openapi: 3.0.3
        info:
          title: T
          version: '1'
        paths:
          /a:
            get:
              x-stability-level: {stability}
              responses:
                '200':
                  description: Done.
                  content:
                    application/json:
                      schema: {schema}
        components:
          schemas: {components}
        """);

    /// <summary>A document with a schema in one place.</summary>
    public static ContractDocument With(JsonNode schema, string place, string media = "application/json")
    {
        var body = place.EndsWith("-property", StringComparison.Ordinal)
            ? new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["value"] = schema.DeepClone() } }
            : schema.DeepClone();
        var operation = new JsonObject { ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "Done." } } };
        switch (place.Split('-')[..2])
        {
            case ["request", "parameter"]:
                operation["parameters"] = new JsonArray(Parameter("query", body));
                break;
            case ["request", "header"]:
                operation["parameters"] = new JsonArray(Parameter("header", body));
                break;
            case ["request", _]:
                operation["requestBody"] = new JsonObject { ["content"] = Content() };
                break;
            case ["response", "header"]:
                operation["responses"]!["200"]!["headers"] = new JsonObject { ["X-Value"] = new JsonObject { ["schema"] = body } };
                break;
            default:
                operation["responses"]!["200"]!["content"] = Content();
                break;
        }

        return Document(new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject { ["title"] = "T", ["version"] = "1" },
            ["paths"] = new JsonObject { ["/a"] = new JsonObject { ["post"] = operation } },
        });

        JsonObject Content() => new() { [media] = new JsonObject { ["schema"] = body } };
    }

    private static JsonObject Parameter(string place, JsonNode schema) =>
        new() { ["name"] = "value", ["in"] = place, ["schema"] = schema };

    private static IEnumerable<DiffFixture> OfRules()
    {
        var root = Read("base.yaml");
        foreach (var row in Read("rules.yaml").AsArray().Select(row => row!.AsObject()))
        {
            var start = JsonPatch.Apply(root, row["base"] as JsonObject);
            yield return new DiffFixture(
                (string)row["rule"]!, Document(start), Document(JsonPatch.Apply(start, row["revision"]!.AsObject())),
                Document(JsonPatch.Apply(start, row["unlike"]!.AsObject())));
        }
    }

    private static IEnumerable<DiffFixture> OfSchemas() =>
        from row in Read("schema-rules.yaml").AsArray().Select(row => row!.AsObject())
        from place in (row["places"] as JsonArray)?.Select(place => (string)place!) ?? Places
        let id = IdOf(place, (string)row["rule"]!)
        where ChangeRules.Find(id) is not null && (place != "request-header-property" || id.StartsWith(place, StringComparison.Ordinal))
        let media = (string?)row["media"] ?? "application/json"
        select new DiffFixture(id, With(row["base"]!, place, media), With(row["revision"]!, place, media), With(row["unlike"]!, place, media));

    private static string IdOf(string place, string rule) =>
        place == "response-body" && rule.StartsWith("enum-value-", StringComparison.Ordinal)
            ? $"response-mediatype-{rule}"
            : $"{place}-{rule}";

    // Any YAML will do as a part of a document.
    private static JsonNode Read(string file)
    {
        var text = File.ReadAllText(Fixture.PathOf("diff", file));
        var document = Fixture.Parse(
            file == "base.yaml" ? text : $"openapi: 3.0.3\nx-rows:\n{text}", file);
        var json = JsonNode.Parse(Fixture.Json(document))!;
        return json["x-rows"] ?? json;
    }
}
