namespace LogItems.Cli.Output;

/// <summary>Writes records as JSON objects, each completely or not at all.</summary>
internal sealed class JsonObjectWriter<T>(Utf8Buffer output, IReadOnlyList<RecordField<T>> fields) : IDisposable
{
    private readonly RecordField<T>[] _fields = [.. fields];
    private readonly JsonValueWriter _json = new(output);

    /// <summary>Writes a record between two texts.</summary>
    public void Write(ReadOnlySpan<byte> before, T record, ReadOnlySpan<byte> after)
    {
        var start = output.Length;
        try
        {
            output.Write(before);
            for (var i = 0; i < _fields.Length; i++)
            {
                _fields[i].WriteJson(_json, record, isFirst: i == 0);
            }

            output.Write("}"u8);
            output.Write(after);
        }
        catch
        {
            output.Truncate(start);
            throw;
        }
    }

    public void Dispose() => _json.Dispose();
}
