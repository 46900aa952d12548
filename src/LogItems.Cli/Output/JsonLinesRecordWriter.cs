namespace LogItems.Cli.Output;

/// <summary>JSON Lines: one object per line.</summary>
internal sealed class JsonLinesRecordWriter<T>(Utf8Output output, IReadOnlyList<RecordField<T>> fields) : IRecordWriter<T>
{
    private readonly JsonObjectWriter<T> _record = new(output, fields);

    public void Begin()
    {
    }

    public void Write(T record) => _record.Write(default, record, "\n"u8);

    public void End()
    {
    }

    public void Dispose() => _record.Dispose();
}
