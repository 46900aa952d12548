using System.Text.Encodings.Web;
using System.Text.Json;

namespace LogItems.Cli.Output;

/// <summary>The form of the JSON that the tool writes.</summary>
internal static class JsonText
{
    /// <summary>Only what must be escaped in JSON is: the output goes to no browser, and people read it.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Compact; the writers of records always write complete objects.</summary>
    public static JsonWriterOptions Compact => new() { Encoder = Encoder, SkipValidation = true };
}
