using System.Text.Json.Nodes;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Tests.Support;

/// <summary>A made-up vendor's document that says what a view says, as differently as it can.</summary>
internal sealed class VendorDocument
{
    private const int Others = 400;
    private readonly bool _writesOut;
    private readonly Random _random;
    private readonly JsonObject _source;

    public VendorDocument(ContractDocument view, int seed, bool writesOut = true)
    {
        _writesOut = writesOut;
        _random = new Random(seed);
        var writer = new StringWriter();
        view.WriteJson(writer);
        _source = JsonNode.Parse(writer.ToString())!.AsObject();
        Root = new JsonObject
        {
            ["x-vendor"] = true,
            ["openapi"] = "3.0.1",
            ["info"] = new JsonObject { ["title"] = "REST", ["version"] = "v9" },
            ["paths"] = Shuffle(Paths()),
            ["components"] = new JsonObject { ["schemas"] = Shuffle(Schemas()) },
        };
    }

    public JsonObject Root { get; }

    public ContractDocument Load() => ContractDocument.Load(new StringReader(Root.ToJsonString()), "vendor.json");

    public JsonObject Operation(string path) => Root["paths"]![NewPath(path)]!["get"]!.AsObject();

    public IEnumerable<JsonObject> Operations() =>
        Root["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value!.AsObject());

    public JsonObject Schema(string name) => Root["components"]!["schemas"]![NameOf(name)]!.AsObject();

    private JsonObject Paths()
    {
        var paths = new JsonObject();
        foreach (var (path, item) in _source["paths"]!.AsObject())
        {
            var renamed = new JsonObject();
            foreach (var (method, operation) in item!.AsObject().Where(entry => entry.Key != "parameters"))
            {
                var copy = Rewrite(operation!, isSchema: false).AsObject();
                var parameters = (operation!["parameters"]?.AsArray() ?? []).Concat(item["parameters"]?.AsArray() ?? []);
                copy["parameters"] = new JsonArray([.. parameters.Select(parameter => Parameter(parameter!))]);
                copy.Remove("operationId");
                copy.Remove("security");
                copy["tags"] = new JsonArray("Vendor");
                renamed[method] = copy;
            }

            paths[NewPath(path)] = renamed;
        }

        for (var other = 0; other < Others; other++)
        {
            paths[$"/v8/Other{other}/{{id}}"] = JsonNode.Parse(
                """
                { "get": { "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
                  "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "object" } } } } } } }
                """);
        }

        return paths;
    }

    private JsonObject Parameter(JsonNode parameter)
    {
        var copy = Rewrite(Resolve(parameter), isSchema: false).AsObject();
        if (copy["in"]!.GetValue<string>() == "path")
        {
            copy["name"] = copy["name"]!.GetValue<string>().ToUpperInvariant();
        }

        return copy;
    }

    private JsonObject Schemas() => new(
        _source["components"]!["schemas"]!.AsObject()
            .Select(entry => KeyValuePair.Create(NameOf(entry.Key), (JsonNode?)Rewrite(entry.Value!, isSchema: true))));

    /// <summary>References to anything but schemas written out; those to schemas renamed, or written out too.</summary>
    private JsonNode Rewrite(JsonNode node, bool isSchema)
    {
        if (node is JsonObject { Count: 1 } reference && reference["$ref"] is { } target)
        {
            var name = target.GetValue<string>().Split('/');
            return name[2] != "schemas" || (_writesOut && _random.Next(2) == 0)
                ? Rewrite(Resolve(node), isSchema)
                : new JsonObject { ["$ref"] = $"#/components/schemas/{NameOf(name[3])}" };
        }

        return node switch
        {
            JsonObject map => Rewrite(map),
            JsonArray list => new JsonArray([.. list.Select(item => item is null ? null : Rewrite(item, isSchema))]),
            _ => node.DeepClone(),
        };
    }

    private JsonObject Rewrite(JsonObject map)
    {
        var copy = new JsonObject();
        foreach (var (key, value) in map.Where(entry => entry.Key is not ("example" or "examples") && !IsProse(entry)))
        {
            copy[key] = value is null ? null : Rewrite(value, isSchema: false);
        }

        if (map.ContainsKey("responses") || map["type"] is JsonValue)
        {
            copy["x-vendor"] = "anything";
        }

        // Prose is required of responses only, and says something else there.
        if (map["description"] is JsonValue && !map.ContainsKey("type") && !map.ContainsKey("allOf"))
        {
            copy["description"] = "Vendor's words.";
        }

        return Shuffle(copy);
    }

    private static bool IsProse(KeyValuePair<string, JsonNode?> entry) =>
        entry is { Key: "description" or "summary", Value: JsonValue };

    private JsonNode Resolve(JsonNode node)
    {
        while (node is JsonObject map && map["$ref"] is { } target)
        {
            node = target.GetValue<string>()[2..].Split('/').Aggregate((JsonNode)_source, (owner, key) => owner[key]!);
        }

        return node;
    }

    private JsonObject Shuffle(JsonObject map)
    {
        var entries = map.Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone())).ToArray();
        _random.Shuffle(entries);
        return new JsonObject(entries);
    }

    private static string NewPath(string path) => $"/v8{path.ToUpperInvariant()}";

    private static string NameOf(string schema) => $"REST.{schema}";
}
