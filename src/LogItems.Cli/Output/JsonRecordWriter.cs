namespace LogItems.Cli.Output;

/// <summary>A JSON array with one record per line. The array is closed even when the list was interrupted, so that the output can be parsed.</summary>
internal sealed class JsonRecordWriter<T>(Utf8Output output, IReadOnlyList<RecordField<T>> fields) : IRecordWriter<T>
{
    private readonly JsonObjectWriter<T> _record = new(output, fields);
    private bool _any;

    public void Begin() => output.Write("["u8);

    public void Write(T record)
    {
        _record.Write(_any ? ",\n"u8 : "\n"u8, record, default);
        _any = true;
    }

    public void End() => output.Write(_any ? "\n]\n"u8 : "]\n"u8);

    public void Dispose() => _record.Dispose();
}
