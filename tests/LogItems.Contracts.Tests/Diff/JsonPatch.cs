using System.Globalization;
using System.Text.Json.Nodes;

namespace LogItems.Contracts.Tests.Diff;

/// <summary>Puts values at JSON pointers; null removes what is there, an index beyond the end appends.</summary>
internal static class JsonPatch
{
    public static JsonNode Apply(JsonNode root, JsonObject? patches)
    {
        var result = root.DeepClone();
        foreach (var (pointer, value) in patches ?? [])
        {
            Apply(result, [.. pointer.Split('/').Skip(1).Select(Unescape)], value?.DeepClone());
        }

        return result;
    }

    private static void Apply(JsonNode root, string[] tokens, JsonNode? value)
    {
        var owner = root;
        foreach (var token in tokens[..^1])
        {
            owner = owner is JsonArray array ? array[Index(token)]! : owner.AsObject()[token] ??= new JsonObject();
        }

        switch (owner)
        {
            case JsonArray list when value is null:
                list.RemoveAt(Index(tokens[^1]));
                break;
            case JsonArray list when Index(tokens[^1]) < list.Count:
                list[Index(tokens[^1])] = value;
                break;
            case JsonArray list:
                list.Add(value);
                break;
            case var map when value is null:
                Assert.That(map.AsObject().Remove(tokens[^1]), $"There is nothing at {string.Join('/', tokens)} to remove.");
                break;
            case var map:
                map[tokens[^1]] = value;
                break;
        }
    }

    private static int Index(string token) => int.Parse(token, CultureInfo.InvariantCulture);

    private static string Unescape(string token) =>
        token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
