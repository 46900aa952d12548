using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LogItems.FakeServer.Tests.Support;

/// <summary>JSON as comparable text.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same JSON without blanks, in the same order.</summary>
    public static string Compact(string json) => JsonNode.Parse(json)!.ToJsonString(Plain);

    public static IEnumerable<string> Names(this JsonElement element) =>
        element.EnumerateObject().Select(property => property.Name);

    public static string[] Texts(this JsonElement items, string name) =>
        [.. items.EnumerateArray().Select(item => item.GetProperty(name).GetString()!)];

    public static int[] Usns(this JsonElement items) =>
        [.. items.EnumerateArray().Select(item => item.GetProperty("usn").GetInt32())];

    public static string? Href(this JsonElement element, string link) =>
        element.GetProperty("_links").TryGetProperty(link, out var found) ? found.GetProperty("href").GetString() : null;
}
