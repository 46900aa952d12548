using System.Text.Json;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

/// <summary>Reads arbitrary JSON.</summary>
internal static class LooseJson
{
    // TryGetProperty fails if another property's name is not valid Unicode.
    public static JsonElement? Member(JsonElement? owner, string name) => owner is { ValueKind: JsonValueKind.Object } map
        ? map.EnumerateObject().Where(member => JsonText.NameOf(member) == name).Select(member => (JsonElement?)member.Value).LastOrDefault()
        : null;

    public static string? Text(JsonElement? owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.String } text ? JsonText.Of(text) : null;

    public static double? Number(JsonElement? owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) ? value : null;
}
