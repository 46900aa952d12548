using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Reports;

/// <summary>Writes indented JSON with a trailing line feed.</summary>
internal static class JsonOutput
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        // The result is a file, not part of an HTML page, so prose is not escaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(TextWriter writer, Action<Utf8JsonWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            content(json);
        }

        writer.Write(PrintableText.EscapeJson(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length)));
        writer.Write('\n');
    }
}
