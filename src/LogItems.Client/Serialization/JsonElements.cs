using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LogItems.Serialization;

/// <summary>Converts values of extension data to System.Text.Json.</summary>
internal static class JsonElements
{
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "No converter takes part: a token writes itself.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "No converter takes part: a token writes itself.")]
    public static JsonElement Of(object? value)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = new JsonTextWriter(text))
        {
            (value as JToken ?? new JValue(value)).WriteTo(writer, []);
        }

        using var document = JsonDocument.Parse(text.ToString());
        return document.RootElement.Clone();
    }
}
