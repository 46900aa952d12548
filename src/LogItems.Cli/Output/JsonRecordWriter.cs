using System.Buffers;

namespace LogItems.Cli.Output;

/// <summary>One JSON array, a record a line; also a list that broke off is closed, so that what came can be parsed.</summary>
internal sealed class JsonRecordWriter<T>(Utf8Output output, IReadOnlyList<RecordField<T>> fields) : IRecordWriter<T>
{
    private readonly JsonRecordBuffer<T> _record = new(output, fields);
    private bool _any;

    public void Begin() => output.Write("["u8);

    public void Write(T record)
    {
        output.Write(_any ? ",\n"u8 : "\n"u8);
        _record.Write(record);
        _any = true;
    }

    public void End() => output.Write(_any ? "\n]\n"u8 : "]\n"u8);

    public void Dispose() => _record.Dispose();
}
