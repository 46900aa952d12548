using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace LogItems.Contracts.Documents;

/// <summary>Reads strings that need not be valid Unicode: <c>"\ud800"</c> is valid JSON, but not a string that .NET can represent.</summary>
internal static class JsonText
{
    public static string Of(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return text.GetRawText()[1..^1];
        }
    }

    public static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(property));
        }
    }

    /// <summary>Describes a value for a message: its type, and its text if that is short.</summary>
    public static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => Quote(Of(value)),
        JsonValueKind.Undefined => "nothing",
        _ => NodeText.Shorten(value.GetRawText()),
    };

    public static string Quote(string text) => $"\"{NodeText.Shorten(text)}\"";
}
