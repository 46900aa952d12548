using System.Text.Json.Nodes;
using System.Text.Json;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Conformance;

/// <summary>Reads parameters according to their style, so that they can be checked against their schemas.</summary>
internal sealed class ParameterReader(ContractDocument view)
{
    private readonly ShapeTable _shapes = new(view);

    private static readonly string[] Spaces = ["%20", "+", " "];
    private static readonly string[] Pipes = ["|", "%7C", "%7c"];
    private static readonly string[] Commas = [","];
    private static readonly string[] CommasOfNumbers = [",", "%2C", "%2c"];

    /// <summary>Returns the names under which the parameter can be in a query.</summary>
    public bool Means(ContractParameter parameter, string name) =>
        name == parameter.Name && !IsSpread(parameter)
        || IsDeep(parameter) && name.StartsWith($"{parameter.Name}[", StringComparison.Ordinal)
        || IsSpread(parameter) && PropertyOf(parameter.Schema, name) is not null;

    /// <summary>Returns the value; null if the parameter was not sent, or if it is not JSON although JSON is expected.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="sent">Its names and values as sent, with the names decoded and the values encoded.</param>
    public JsonElement? Read(ContractParameter parameter, IReadOnlyList<(string Name, string Value)> sent)
    {
        if (sent.Count == 0)
        {
            return null;
        }

        var last = sent[^1].Value;
        var node =
            parameter.IsWholeQuery && !MediaTypeName.IsJson(parameter.MediaType) ? Object(parameter.Schema, QueryText.Parse(last))
            : parameter.Content is { } content ? MediaTypeName.IsJson(content.Key) ? Json(QueryText.Decode(last)) : JsonValue.Create(QueryText.Decode(last))
            : IsDeep(parameter) || IsSpread(parameter)
                ? Object(parameter.Schema, sent.Select(pair => (NameIn(parameter, pair.Name), QueryText.Decode(pair.Value))))
            : TypeOf(parameter.Schema) switch
            {
                "array" when parameter.IsExploded && parameter.In == "query" => List(parameter.Schema, sent.Select(pair => QueryText.Decode(pair.Value))),
                "array" => List(parameter.Schema, Parts(parameter, last)),
                "object" => Object(parameter.Schema, Pairs([.. Parts(parameter, last)], parameter.IsExploded)),
                _ => Scalar(parameter.Schema, QueryText.Decode(last)),
            };
        return node is null ? null : JsonElement.Parse(node.ToJsonString());
    }

    /// <summary>Returns an object of fields that were sent as text, as in a form.</summary>
    public JsonElement ReadFields(ContractNode? schema, IEnumerable<(string Name, string Value)> fields) =>
        JsonElement.Parse(Object(schema, fields).ToJsonString());

    private static bool IsDeep(ContractParameter parameter) => parameter.Style == "deepObject";

    private bool IsSpread(ContractParameter parameter) =>
        parameter is { In: "query", Style: "form", IsExploded: true, Content: null } && TypeOf(parameter.Schema) == "object";

    private static string NameIn(ContractParameter parameter, string name) =>
        IsDeep(parameter) ? name[(parameter.Name.Length + 1)..].TrimEnd(']') : name;

    private IEnumerable<string> Parts(ContractParameter parameter, string raw)
    {
        var isNumeric = TypeOf(ItemsOf(parameter.Schema)) is "integer" or "number" or "boolean";
        var separators = parameter.Style switch
        {
            "spaceDelimited" => Spaces,
            "pipeDelimited" => Pipes,
            _ => isNumeric ? CommasOfNumbers : Commas,
        };
        return raw.Length == 0 ? [] : raw.Split(separators, StringSplitOptions.None).Select(QueryText.Decode);
    }

    private static IEnumerable<(string Name, string Value)> Pairs(string[] parts, bool isExploded) => isExploded
        ? parts.Select(part => part.Split('=', 2)).Select(pair => (pair[0], pair.ElementAtOrDefault(1) ?? ""))
        : parts.Chunk(2).Select(pair => (pair[0], pair.ElementAtOrDefault(1) ?? ""));

    private JsonArray List(ContractNode? schema, IEnumerable<string> values)
    {
        var items = ItemsOf(schema);
        return new JsonArray([.. values.Select(value => Scalar(items, value))]);
    }

    private JsonObject Object(ContractNode? schema, IEnumerable<(string Name, string Value)> fields)
    {
        var result = new JsonObject();
        foreach (var field in fields.GroupBy(field => field.Name, field => field.Value))
        {
            var property = PropertyOf(schema, field.Key);
            result[field.Key] = TypeOf(property) == "array" ? List(property, field) : Scalar(property, field.Last());
        }

        return result;
    }

    private JsonNode? Scalar(ContractNode? schema, string text) => TypeOf(schema) switch
    {
        "integer" or "number" when Json(text) is { } number && number.GetValueKind() == JsonValueKind.Number => number,
        "boolean" when text is "true" or "false" => JsonValue.Create(text == "true"),
        "object" or "array" when Json(text) is { } json => json,
        _ => JsonValue.Create(text),
    };

    private ContractNode? PropertyOf(ContractNode? schema, string name) =>
        schema is not null && _shapes.Of(schema).Properties.TryGetValue(name, out var described) ? described[0] : null;

    private string? TypeOf(ContractNode? schema) => schema is null ? null : _shapes.Of(schema).Type;

    private ContractNode? ItemsOf(ContractNode? schema) => schema is null ? null : _shapes.Of(schema)["items"];

    private static JsonNode? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
