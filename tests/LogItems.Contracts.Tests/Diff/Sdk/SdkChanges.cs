using System.Text.Json.Nodes;

namespace LogItems.Contracts.Tests.Diff.Sdk;

/// <summary>The kinds of changes that pairs are made of.</summary>
internal static class SdkChanges
{
    public static IReadOnlyList<(string Kind, Action<SdkPair, JsonObject> Change)> All { get; } =
    [
        ("integer gains a bound", (pair, revision) => Count(pair, revision)[pair.Pick("maximum", "minimum")] =
            JsonNode.Parse(pair.Pick("100", "2147483647", "2147483648", "-2147483649", "4294967295", "1e12"))),
        ("integer gains a format", (pair, revision) => Count(pair, revision)["format"] = pair.Pick("int32", "int64", "uint32", "uint64", "byte", "unknown")),
        ("number gains a format", (pair, revision) => pair.Properties(revision)["count"] =
            new JsonObject { ["type"] = "number", ["format"] = pair.Pick("float", "double", "decimal", "unknown") }),
        ("string gains a format", (pair, revision) => pair.Properties(revision)["title"]!["format"] =
            pair.Pick("date-time", "date", "time", "duration", "uuid", "guid", "uri", "byte", "binary", "base64", "email", "time-span", "unknown", "hostname")),
        ("type changes", (pair, revision) => pair.Properties(revision)["id"] = pair.Scalar()),
        ("type of items changes", (pair, revision) => pair.Properties(revision)["tags"]!["items"] = pair.Scalar()),
        ("type of map values changes", (pair, revision) => pair.Properties(revision)["map"]!["additionalProperties"] = pair.Scalar()),
        ("property becomes nullable", (pair, revision) => pair.Properties(revision)[pair.Pick("id", "title", "state", "count", "tags")]!["nullable"] = true),
        ("property's necessity changes",
            (pair, revision) => Toggle(pair.Item(revision)["required"]!.AsArray(), pair.Pick("id", "title", "state", "count", "other", "kind"))),
        ("property is removed", (pair, revision) => pair.Properties(revision).Remove(pair.Pick("id", "title", "count"))),
        ("property is added", (pair, revision) => pair.Properties(revision)["more"] = pair.Scalar()),
        ("property is renamed", (pair, revision) => Rename(pair.Properties(revision), "title", "titles")),
        ("inline enum becomes a component", (pair, revision) => Extract(pair, revision)),
        ("component enum is written in place", (pair, revision) => pair.Properties(revision)["kind"] =
            new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("x", "y") }),
        ("enum value is added", (pair, revision) => pair.Properties(revision)["state"]!["enum"]!.AsArray().Add("c")),
        ("enum value is removed", (pair, revision) => pair.Properties(revision)["state"]!["enum"]!.AsArray().RemoveAt(0)),
        ("enum is given up", (pair, revision) => pair.Properties(revision)["state"]!.AsObject().Remove("enum")),
        ("enum values are named", (pair, revision) => SdkPair.Schemas(revision)[$"{pair.Prefix}Kind"]!["x-enumNames"] = new JsonArray("Ex", "Why")),
        ("discriminator on a plain object", (pair, revision) => SdkPair.Schemas(revision)[$"{pair.Prefix}Other"]!["discriminator"] =
            new JsonObject { ["propertyName"] = "m" }),
        ("additional properties are typed", (pair, revision) => pair.Item(revision)["additionalProperties"] = pair.Scalar()),
        ("additional properties are forbidden", (pair, revision) => pair.Item(revision)["additionalProperties"] = false),
        ("schema is renamed", (pair, revision) => RenameSchema(pair, revision)),
        ("optional parameters change places", (pair, revision) => Swap(SdkPair.Parameters(revision))),
        ("optional parameter is added at the end", (pair, revision) => SdkPair.Parameters(revision).Add(pair.Parameter("More", "query", pair.Scalar()))),
        ("optional parameter is added before others",
            (pair, revision) => SdkPair.Parameters(revision).Insert(1, pair.Parameter("More", "query", pair.Scalar()))),
        ("required parameter is added", (pair, revision) => SdkPair.Parameters(revision).Add(Required(pair.Parameter("More", "query", pair.Scalar())))),
        ("parameter is removed", (pair, revision) => SdkPair.Parameters(revision).RemoveAt(2)),
        ("parameter becomes required", (pair, revision) => Required(SdkPair.Parameters(revision)[1]!.AsObject())),
        ("parameter's type changes", (pair, revision) => SdkPair.Parameters(revision)[2]!["schema"] = pair.Scalar()),
        ("parameter becomes an array", (pair, revision) => SdkPair.Parameters(revision)[2]!["schema"] =
            new JsonObject { ["type"] = "array", ["items"] = SdkPair.Parameters(revision)[2]!["schema"]!.DeepClone() }),
        ("parameter gains a default", (pair, revision) => SdkPair.Parameters(revision)[1]!["schema"]!["default"] = 5),
        ("status becomes a range", (pair, revision) => Rename(SdkPair.Operation(revision)["responses"]!.AsObject(), "200", "2XX")),
        ("status changes", (pair, revision) => Rename(SdkPair.Operation(revision)["responses"]!.AsObject(), "200", "201")),
        ("error is described", (pair, revision) => SdkPair.Operation(revision)["responses"]!["404"] = SdkPair.Answer(pair.Reference("Other"))),
        ("default response is described", (pair, revision) => SdkPair.Operation(revision)["responses"]!["default"] = SdkPair.Answer(pair.Reference("Other"))),
        ("body becomes an array", (pair, revision) => SdkPair.Operation(revision)["responses"]!["200"] =
            SdkPair.Answer(new JsonObject { ["type"] = "array", ["items"] = pair.Reference("Item") })),
        ("body is another schema", (pair, revision) => SdkPair.Operation(revision)["responses"]!["200"] = SdkPair.Answer(pair.Reference("Other"))),
        ("operation is renamed", (pair, revision) => SdkPair.Operation(revision)["operationId"] = $"{pair.Prefix}Fetch"),
        ("operation is deprecated", (pair, revision) => SdkPair.Operation(revision)["deprecated"] = true),
        ("reference is wrapped", (pair, revision) => pair.Properties(revision)["other"] =
            new JsonObject { ["allOf"] = new JsonArray(pair.Reference("Other")), ["description"] = "d" }),
        ("reference becomes one of two", (pair, revision) => pair.Properties(revision)["other"] =
            new JsonObject { ["oneOf"] = new JsonArray(pair.Reference("Other"), pair.Reference("Kind")) }),
        ("constraint changes", (pair, revision) => pair.Properties(revision)["title"]![pair.Pick("maxLength", "minLength")] = 7),
        ("property becomes read-only", (pair, revision) => pair.Properties(revision)["title"]!["readOnly"] = true),
        ("request body is added", (pair, revision) => SdkPair.Operation(revision)["requestBody"] = SdkPair.Answer(pair.Reference("Other"))),
        ("path changes",
            (pair, revision) => Rename(revision["paths"]!.AsObject(), $"/{pair.Prefix}/{{{pair.Prefix}Id}}", $"/{pair.Prefix}s/{{{pair.Prefix}Id}}")),
    ];

    private static JsonObject Count(SdkPair pair, JsonObject revision) => pair.Properties(revision)["count"]!.AsObject();

    private static JsonObject Required(JsonObject parameter)
    {
        parameter["required"] = true;
        return parameter;
    }

    private static void Toggle(JsonArray names, string name)
    {
        if (names.FirstOrDefault(item => (string?)item == name) is { } there)
        {
            names.Remove(there);
        }
        else
        {
            names.Add(name);
        }
    }

    private static void Swap(JsonArray parameters)
    {
        var last = parameters[2]!.DeepClone();
        parameters.RemoveAt(2);
        parameters.Insert(1, last);
    }

    private static void Extract(SdkPair pair, JsonObject revision)
    {
        SdkPair.Schemas(revision)[$"{pair.Prefix}State"] = pair.Properties(revision)["state"]!.DeepClone();
        pair.Properties(revision)["state"] = pair.Reference("State");
    }

    private static void RenameSchema(SdkPair pair, JsonObject revision)
    {
        Rename(SdkPair.Schemas(revision), $"{pair.Prefix}Other", $"{pair.Prefix}Another");
        pair.Properties(revision)["other"] = pair.Reference("Another");
    }

    private static void Rename(JsonObject map, string name, string other)
    {
        var entries = map.Select(entry => (Key: entry.Key == name ? other : entry.Key, Value: entry.Value!.DeepClone())).ToList();
        map.Clear();
        entries.ForEach(entry => map[entry.Key] = entry.Value);
    }
}
