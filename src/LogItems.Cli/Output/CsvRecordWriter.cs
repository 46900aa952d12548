using System.Globalization;

namespace LogItems.Cli.Output;

/// <summary>RFC 4180: a header, CRLF, quotes where they are needed; null is an empty cell.</summary>
internal sealed class CsvRecordWriter<T>(TextWriter output, IReadOnlyList<RecordField<T>> fields) : IRecordWriter<T>
{
    public void Begin() => WriteRow(fields.Select(field => field.Name));

    public void Write(T record) => WriteRow(fields.Select(field => field.Value(record) switch
    {
        null => "",
        int number => number.ToString(CultureInfo.InvariantCulture),
        IReadOnlyDictionary<string, ResourceLink> links => JsonFields.Links(links),
        var text => CsvCell.Defuse((string)text),
    }));

    public void End()
    {
    }

    private void WriteRow(IEnumerable<string> cells)
    {
        output.Write(string.Join(',', cells.Select(CsvCell.Quote)));
        output.Write("\r\n");
    }
}
