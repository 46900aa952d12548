using System.Text.Json;

namespace LogItems.Cli.Output;

/// <summary>A field of the machine formats: its name in JSON and in the header of CSV, and its value, which is null where it is missing.</summary>
internal abstract class RecordField<T>(string name)
{
    private readonly JsonEncodedText _jsonName = JsonEncodedText.Encode(name, JsonText.Encoder);

    public string Name => name;

    /// <summary>Writes the field as a property of a JSON object.</summary>
    public void WriteJson(Utf8JsonWriter json, T record)
    {
        json.WritePropertyName(_jsonName);
        WriteJsonValue(json, record);
    }

    /// <summary>Writes the field as a cell of a CSV row.</summary>
    public abstract void WriteCsv(CsvRow row, T record);

    protected abstract void WriteJsonValue(Utf8JsonWriter json, T record);
}
