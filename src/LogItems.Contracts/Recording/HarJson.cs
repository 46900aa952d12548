using System.Text.Json;

namespace LogItems.Contracts;

/// <summary>Reads JSON that may be anything.</summary>
internal static class HarJson
{
    public static JsonElement? Member(JsonElement? owner, string name) =>
        owner is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(name, out var member) ? member : null;

    public static string? Text(JsonElement? owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.String } text ? JsonText.Of(text) : null;

    public static double? Number(JsonElement? owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) ? value : null;
}
