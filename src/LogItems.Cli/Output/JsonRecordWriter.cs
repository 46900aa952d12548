namespace LogItems.Cli.Output;

/// <summary>One JSON array, a record a line; a list that broke off has no end and so does not parse.</summary>
internal sealed class JsonRecordWriter<T>(TextWriter output, IReadOnlyList<RecordField<T>> fields) : IRecordWriter<T>
{
    private bool _any;

    public void Begin() => output.Write('[');

    public void Write(T record)
    {
        output.Write(_any ? ",\n" : "\n");
        output.Write(JsonFields.Object(record, fields));
        _any = true;
    }

    public void End() => output.Write(_any ? "\n]\n" : "]\n");
}
