using System.Buffers;
using System.Text.Json;

namespace LogItems.Cli.Output;

/// <summary>Writes records as JSON objects, each of them complete or not at all.</summary>
internal sealed class JsonRecordBuffer<T> : IDisposable
{
    private readonly Utf8Output _output;
    private readonly IReadOnlyList<RecordField<T>> _fields;
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;

    public JsonRecordBuffer(Utf8Output output, IReadOnlyList<RecordField<T>> fields)
    {
        (_output, _fields) = (output, fields);
        _json = new Utf8JsonWriter(_buffer, JsonText.Compact);
    }

    public void Write(T record)
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        for (var i = 0; i < _fields.Count; i++)
        {
            _fields[i].WriteJson(_json, record);
        }

        _json.WriteEndObject();
        _json.Flush();
        JsonText.Write(_buffer.WrittenSpan, _output);
    }

    public void Dispose() => _json.Dispose();
}
