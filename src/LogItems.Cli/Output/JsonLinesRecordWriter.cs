namespace LogItems.Cli.Output;

/// <summary>A JSON object a line.</summary>
internal sealed class JsonLinesRecordWriter<T>(TextWriter output, IReadOnlyList<RecordField<T>> fields) : IRecordWriter<T>
{
    public void Begin()
    {
    }

    public void Write(T record)
    {
        output.Write(JsonFields.Object(record, fields));
        output.Write('\n');
    }

    public void End()
    {
    }
}
