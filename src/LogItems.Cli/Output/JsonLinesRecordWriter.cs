using System.Buffers;
using System.Text.Json;

namespace LogItems.Cli.Output;

/// <summary>A JSON object a line.</summary>
internal sealed class JsonLinesRecordWriter<T>(Utf8Output output, IReadOnlyList<RecordField<T>> fields) : IRecordWriter<T>
{
    private readonly Utf8JsonWriter _json = new(output, JsonText.Compact);

    public void Begin()
    {
    }

    public void Write(T record)
    {
        WriteObject(_json, record, fields);
        output.Write("\n"u8);
    }

    public void End()
    {
    }

    public void Dispose() => _json.Dispose();

    /// <summary>Writes a record as an object and makes the writer ready for the next.</summary>
    internal static void WriteObject(Utf8JsonWriter json, T record, IReadOnlyList<RecordField<T>> fields)
    {
        json.WriteStartObject();
        for (var i = 0; i < fields.Count; i++)
        {
            fields[i].WriteJson(json, record);
        }

        json.WriteEndObject();
        json.Flush();
        json.Reset();
    }
}
