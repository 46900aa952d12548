using System.Globalization;
using System.Text.Json.Nodes;

namespace LogItems.Contracts.Tests.Diff;

/// <summary>Documents by chance, the same for the same seed.</summary>
internal sealed class RandomContract(int seed)
{
    private const int Schemas = 5;
    private static readonly string[] Names = ["id", "title", "titles", "state", "status", "endTime", "level", "count"];
    private static readonly string[] Types = ["string", "integer", "number", "boolean"];
    private readonly Random _random = new(seed);

    public JsonNode Document()
    {
        var schemas = new JsonObject();
        for (var index = 0; index < Schemas; index++)
        {
            schemas[Name(index)] = _random.Next(4) == 0 ? Scalar() : Object(3);
        }

        var paths = new JsonObject();
        for (var index = 0; index < 3; index++)
        {
            paths[$"/things{Number(index)}/{{id}}"] = new JsonObject { [Pick("get", "post")] = Operation(index) };
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject { ["title"] = "T", ["version"] = $"1.{Number(_random.Next(3))}" },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas },
        };
    }

    /// <summary>The document with some of its schemas, operations and values changed.</summary>
    public JsonNode Change(JsonNode document)
    {
        var changed = document.DeepClone();
        var objects = Objects(changed).ToList();
        for (var count = _random.Next(1, 6); count > 0; count--)
        {
            Change(objects[_random.Next(objects.Count)]);
        }

        return changed;
    }

    /// <summary>The document said differently: other order, other prose, references wrapped.</summary>
    public JsonNode Rephrase(JsonNode node) => node switch
    {
        JsonObject map when map.ContainsKey("$ref") && _random.Next(2) == 0 =>
            new JsonObject { ["description"] = "Wrapped.", ["allOf"] = new JsonArray(map.DeepClone()) },
        JsonObject map => Rephrase(map),
        JsonArray list => new JsonArray([.. list.Select(item => item is null ? null : Rephrase(item))]),
        _ => node.DeepClone(),
    };

    private JsonObject Rephrase(JsonObject map)
    {
        var entries = map.Select(entry => KeyValuePair.Create(entry.Key, entry.Value is null ? null : Rephrase(entry.Value))).ToArray();
        _random.Shuffle(entries);
        var result = new JsonObject(entries);
        if (map.ContainsKey("type") && map["type"] is JsonValue)
        {
            result["title"] = "T" + Number(_random.Next(9));
        }

        return result;
    }

    private void Change(JsonObject map)
    {
        var keys = map.Select(entry => entry.Key).Where(key => key is not ("openapi" or "info" or "paths" or "components" or "schema")).ToList();
        switch (_random.Next(4))
        {
            case 0 when keys.Count > 0 && map.ContainsKey("type"):
                map.Remove(keys[_random.Next(keys.Count)]);
                break;
            case 1 when map["type"] is JsonValue:
                foreach (var (key, value) in Schema(1).Where(entry => entry.Key != "$ref"))
                {
                    map[key] = value?.DeepClone();
                }

                break;
            case 2 when map["properties"] is JsonObject properties:
                properties[Pick(Names)] = Schema(1);
                break;
            case 3 when map["responses"] is JsonObject && map.Parent is JsonObject:
                map["operationId"] = $"other{Number(_random.Next(3))}";
                map["deprecated"] = _random.Next(2) == 0;
                break;
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(entry => Objects(entry.Value)).Append(map),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    private JsonObject Operation(int index) => new()
    {
        ["operationId"] = $"operation{Number(index)}",
        ["parameters"] = new JsonArray(
            new JsonObject { ["name"] = "id", ["in"] = "path", ["required"] = true, ["schema"] = Schema(0) },
            new JsonObject { ["name"] = Pick(Names), ["in"] = Pick("query", "header"), ["required"] = _random.Next(2) == 0, ["schema"] = Schema(1) }),
        ["requestBody"] = new JsonObject { ["content"] = Content() },
        ["responses"] = new JsonObject
        {
            [Pick("200", "201")] = new JsonObject
            {
                ["description"] = "Done.",
                ["content"] = Content(),
                ["headers"] = new JsonObject { ["X-" + Pick(Names)] = new JsonObject { ["schema"] = Schema(0) } },
            },
        },
    };

    private JsonObject Content() =>
        new() { [Pick("application/json", "text/plain")] = new JsonObject { ["schema"] = Schema(2) } };

    private JsonObject Schema(int depth) => (depth == 0 ? 0 : _random.Next(7)) switch
    {
        1 or 2 => Object(depth),
        3 => new JsonObject { ["type"] = "array", ["items"] = Schema(depth - 1), ["maxItems"] = _random.Next(1, 4) },
        4 => new JsonObject { ["$ref"] = $"#/components/schemas/{Name(_random.Next(Schemas))}" },
        5 => new JsonObject { [Pick("oneOf", "anyOf")] = new JsonArray(Schema(depth - 1), Schema(depth - 1), Schema(depth - 1)) },
        6 => new JsonObject { ["allOf"] = new JsonArray(Object(depth - 1), Object(depth - 1)) },
        _ => Scalar(),
    };

    private JsonObject Object(int depth)
    {
        var properties = new JsonObject();
        for (var count = _random.Next(1, 5); count > 0; count--)
        {
            properties[Pick(Names)] = Schema(Math.Max(0, depth - 1));
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = new JsonArray(Pick(Names), Pick(Names)) };
        if (_random.Next(4) == 0)
        {
            schema["additionalProperties"] = _random.Next(2) == 0 ? false : Schema(0);
        }

        return schema;
    }

    private JsonObject Scalar()
    {
        var type = Pick(Types);
        var schema = new JsonObject { ["type"] = type };
        Maybe("nullable", true);
        Maybe(Pick("readOnly", "writeOnly", "deprecated"), true);
        Maybe("default", _random.Next(3));
        switch (type)
        {
            case "string":
                Maybe("format", Pick("uuid", "date-time", "uri"));
                Maybe("enum", new JsonArray("Stop", Pick("Success", "Succeeded"), Pick("Running", "Failed")));
                Maybe("pattern", Pick("^a", ".*"));
                Maybe("maxLength", _random.Next(3));
                Maybe("minLength", _random.Next(3));
                break;
            case "integer" or "number":
                Maybe("format", type == "integer" ? Pick("int32", "int64") : Pick("float", "double"));
                Maybe("maximum", _random.Next(3));
                Maybe("exclusiveMaximum", true);
                Maybe("minimum", _random.Next(3));
                Maybe("multipleOf", _random.Next(1, 3));
                break;
        }

        return schema;

        void Maybe(string keyword, JsonNode value)
        {
            if (_random.Next(4) == 0)
            {
                schema[keyword] = value;
            }
        }
    }

    private static string Name(int index) => $"Schema{Number(index)}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Pick(params string[] words) => words[_random.Next(words.Length)];
}
