using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace LogItems.Contracts.Documents;

/// <summary>A canonical text for each JSON value: equal values have equal texts (1 and 1.0, members in any order).</summary>
internal static class CanonicalJson
{
    public static string Of(JsonElement value)
    {
        var text = new StringBuilder();
        Append(value, text);
        return text.ToString();
    }

    private static void Append(JsonElement value, StringBuilder text)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object or JsonValueKind.Array when !RuntimeHelpers.TryEnsureSufficientExecutionStack():
                text.Append(value.GetRawText());
                break;
            case JsonValueKind.Object:
                text.Append('{');
                foreach (var (name, member) in Members(value).OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    AppendText(name, text);
                    Append(member, text);
                }

                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var item in value.EnumerateArray())
                {
                    Append(item, text);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case JsonValueKind.Number:
                text.Append(ExactNumber.Parse(value.GetRawText()));
                break;
            case JsonValueKind.String:
                AppendText(JsonText.Of(value), text);
                break;
            default:
                text.Append(value.ValueKind);
                break;
        }
    }

    // The length prefix makes delimiters in the text harmless.
    private static void AppendText(string part, StringBuilder text) => text.Append('"').Append(part.Length).Append(':').Append(part);

    // The last value of a duplicate name counts, as for readers.
    private static Dictionary<string, JsonElement> Members(JsonElement value)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            members[JsonText.NameOf(property)] = property.Value;
        }

        return members;
    }
}
