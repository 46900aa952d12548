using System.Globalization;
using System.Text.Json.Nodes;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Tests.Diff.Sdk;

/// <summary>A small document and a change of it by chance, the same for the same number.</summary>
internal sealed class SdkPair
{
    private static readonly string[] Scalars = ["string", "integer", "number", "boolean"];

    private readonly Random _random;

    public SdkPair(int seed, int index)
    {
        _random = new Random((seed * 100_003) + index);
        Prefix = string.Create(CultureInfo.InvariantCulture, $"Q{index:00000}");
        Base = Document();
        Revision = Base.DeepClone().AsObject();
        var (kind, change) = SdkChanges.All[index % SdkChanges.All.Count];
        Kind = kind;
        change(this, Revision);
    }

    /// <summary>What all names of the pair begin with.</summary>
    public string Prefix { get; }

    public string Kind { get; }

    public JsonObject Base { get; }

    public JsonObject Revision { get; }

    public static JsonObject Schemas(JsonObject document) => document["components"]!["schemas"]!.AsObject();

    public JsonObject Item(JsonObject document) => Schemas(document)[$"{Prefix}Item"]!.AsObject();

    public JsonObject Properties(JsonObject document) => Item(document)["properties"]!.AsObject();

    public static JsonObject Operation(JsonObject document) => document["paths"]!.AsObject().First().Value!["get"]!.AsObject();

    public static JsonArray Parameters(JsonObject document) => Operation(document)["parameters"]!.AsArray();

    public JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/schemas/{Prefix}{name}" };

    public string Pick(params string[] words) => words[_random.Next(words.Length)];

    public JsonObject Scalar() => new() { ["type"] = Pick(Scalars) };

    public static ContractDocument Load(JsonObject document) => DiffFixture.Document(document);

    /// <summary>One document of many, whose names do not meet.</summary>
    public static JsonObject Join(IEnumerable<JsonObject> documents)
    {
        var (paths, schemas) = (new JsonObject(), new JsonObject());
        foreach (var document in documents)
        {
            Copy(document["paths"]!.AsObject(), paths);
            Copy(document["components"]!["schemas"]!.AsObject(), schemas);
        }

        return Whole(paths, schemas);
    }

    private JsonObject Document()
    {
        var properties = new JsonObject
        {
            ["id"] = _random.Next(2) == 0 ? new JsonObject { ["type"] = "integer" } : Scalar(),
            ["title"] = new JsonObject { ["type"] = "string" },
            ["state"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("a", "b") },
            ["kind"] = Reference("Kind"),
            ["count"] = new JsonObject { ["type"] = "integer" },
            ["tags"] = new JsonObject { ["type"] = "array", ["items"] = Scalar() },
            ["other"] = Reference("Other"),
            ["map"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = Scalar() },
        };
        var parameters = new JsonArray(
            Parameter("Id", "path", new JsonObject { ["type"] = "string" }), Parameter("Limit", "query", new JsonObject { ["type"] = "integer" }),
            Parameter("Name", "query", Scalar()));
        var operation = new JsonObject
        {
            ["operationId"] = $"{Prefix}Get",
            ["parameters"] = parameters,
            ["responses"] = new JsonObject { ["200"] = Answer(Reference("Item")) },
        };
        var schemas = new JsonObject
        {
            [$"{Prefix}Item"] = new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray([.. properties.Select(property => property.Key).Where(_ => _random.Next(2) == 0).Select(name => (JsonNode)name)]),
                ["properties"] = properties,
            },
            [$"{Prefix}Other"] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["m"] = new JsonObject { ["type"] = "string" } } },
            [$"{Prefix}Kind"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("x", "y") },
        };
        return Whole(new JsonObject { [$"/{Prefix}/{{{Prefix}Id}}"] = new JsonObject { ["get"] = operation } }, schemas);
    }

    public JsonObject Parameter(string name, string place, JsonObject schema) => place == "path"
        ? new() { ["name"] = $"{Prefix}{name}", ["in"] = place, ["required"] = true, ["schema"] = schema }
        : new() { ["name"] = $"{Prefix}{name}", ["in"] = place, ["schema"] = schema };

    public static JsonObject Answer(JsonObject schema) => new()
    {
        ["description"] = "Done.",
        ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schema } },
    };

    private static JsonObject Whole(JsonObject paths, JsonObject schemas) => new()
    {
        ["openapi"] = "3.0.3",
        ["info"] = new JsonObject { ["title"] = "T", ["version"] = "1" },
        ["paths"] = paths,
        ["components"] = new JsonObject { ["schemas"] = schemas },
    };

    private static void Copy(JsonObject from, JsonObject to)
    {
        foreach (var (key, value) in from)
        {
            to[key] = value!.DeepClone();
        }
    }
}
