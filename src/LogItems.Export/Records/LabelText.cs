using System.Text.Json.Nodes;

namespace LogItems.Export.Records;

/// <summary>The labels of a server as a JSON object, for columns of tables.</summary>
internal static class LabelText
{
    public static string Of(IReadOnlyDictionary<string, string> labels) =>
        new JsonObject(labels.Select(label => KeyValuePair.Create(label.Key, (JsonNode?)label.Value))).ToJsonString();
}
