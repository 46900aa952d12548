using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LogItems.Contracts.Documents;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LogItems.Cli.Output;

/// <summary>The settings of the JSON that the tool writes.</summary>
internal static class JsonText
{
    /// <summary>Escapes only what JSON requires and what <see cref="Write"/> adds, because the output is not read by browsers.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Compact; the writers of records always write complete objects.</summary>
    public static JsonWriterOptions Compact => new() { Encoder = Encoder, SkipValidation = true };

    /// <summary>Writes JSON text, and escapes characters that would hide or reverse adjacent text.</summary>
    public static void Write(ReadOnlySpan<byte> json, IBufferWriter<byte> output)
    {
        if (!HasHidden(json))
        {
            output.Write(json);
            return;
        }

        Encoding.UTF8.GetBytes(PrintableText.EscapeJson(Encoding.UTF8.GetString(json)), output);
    }

    /// <summary>Formats a value that the contract does not define, as sent.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "No converter takes part: a token writes itself.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "No converter takes part: a token writes itself.")]
    public static string Of(object? value)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var writer = new JsonTextWriter(text);
        (value as JToken ?? new JValue(value)).WriteTo(writer, []);
        return text.ToString();
    }

    private static bool HasHidden(ReadOnlySpan<byte> json)
    {
        while (json.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is >= 0 and var start)
        {
            Rune.DecodeFromUtf8(json = json[start..], out var rune, out var length);
            if (PrintableText.IsHidden(rune))
            {
                return true;
            }

            json = json[length..];
        }

        return false;
    }
}
