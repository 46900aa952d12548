using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LogItems.Serialization;

/// <summary>Values of extension data for users of System.Text.Json.</summary>
internal static class JsonElements
{
    public static JsonElement Of(object? value)
    {
        using var document = JsonDocument.Parse((value as JToken ?? new JValue(value)).ToString(Formatting.None));
        return document.RootElement.Clone();
    }
}
