using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LogItems.Cli.Output;

/// <summary>Writes fields as compact JSON text.</summary>
internal static class JsonFields
{
    // Only what must be escaped in JSON is: the output goes to no browser, and people read it.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A record as an object.</summary>
    public static string Object<T>(T record, IReadOnlyList<RecordField<T>> fields) => Text(json =>
    {
        json.WriteStartObject();
        foreach (var field in fields)
        {
            json.WritePropertyName(field.Name);
            WriteValue(json, field.Value(record));
        }

        json.WriteEndObject();
    });

    /// <summary>Links as an object of paths below the version, which are the same in every version.</summary>
    public static string Links(IReadOnlyDictionary<string, ResourceLink> links) => Text(json => WriteLinks(json, links));

    private static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case IReadOnlyDictionary<string, ResourceLink> links:
                WriteLinks(json, links);
                break;
            default:
                json.WriteStringValue((string)value);
                break;
        }
    }

    private static void WriteLinks(Utf8JsonWriter json, IReadOnlyDictionary<string, ResourceLink> links)
    {
        json.WriteStartObject();
        foreach (var (relation, link) in links)
        {
            json.WriteString(relation, link.Path);
        }

        json.WriteEndObject();
    }
}
