namespace LogItems.Cli.Output;

/// <summary>Writes CSV according to RFC 4180: a header, CRLF, quotes if required; null is an empty cell.</summary>
internal sealed class CsvRecordWriter<T>(Utf8Output output, IReadOnlyList<RecordField<T>> fields) : IRecordWriter<T>
{
    private readonly CsvRow _row = new(output);

    public void Begin()
    {
        foreach (var field in fields)
        {
            _row.WriteText(field.Name);
        }

        _row.End();
    }

    public void Write(T record)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            fields[i].WriteCsv(_row, record);
        }

        _row.End();
    }

    public void End()
    {
    }

    public void Dispose() => _row.Dispose();
}
