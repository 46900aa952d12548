using System.Text;
using System.Text.Json;

namespace LogItems.Cli.Output;

/// <summary>A field of the machine formats: its name in JSON and in the header of CSV, and its value, which is null if it is missing.</summary>
internal abstract class RecordField<T>(string name)
{
    private readonly byte[] _first = Encoding.UTF8.GetBytes($"{{\"{JsonEncodedText.Encode(name, JsonText.Encoder)}\":");
    private readonly byte[] _next = Encoding.UTF8.GetBytes($",\"{JsonEncodedText.Encode(name, JsonText.Encoder)}\":");

    public string Name => name;

    /// <summary>Writes the field as a property of a JSON object; the first field opens the object.</summary>
    public void WriteJson(JsonValueWriter json, T record, bool isFirst)
    {
        json.WriteRaw(isFirst ? _first : _next);
        WriteJsonValue(json, record);
    }

    /// <summary>Writes the field as a cell of a CSV row.</summary>
    public abstract void WriteCsv(CsvRow row, T record);

    protected abstract void WriteJsonValue(JsonValueWriter json, T record);
}
