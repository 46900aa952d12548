namespace LogItems.Cli.Output;

/// <summary>A table in Markdown, whose texts cannot end a cell or become markup.</summary>
internal sealed class MarkdownRecordWriter<T>(TextWriter output, IReadOnlyList<RecordColumn<T>> columns) : IRecordWriter<T>
{
    /// <summary>The characters with a special meaning in Markdown, or in HTML inside it, within a cell.</summary>
    private const string Marks = "\\`*_[]<>#|~&@$";

    public void Begin()
    {
        WriteRow(columns.Select(column => column.Header));
        WriteRow(columns.Select(column => column.IsRight ? "--:" : "---"));
    }

    public void Write(T record) => WriteRow(columns.Select(column => Escape(column.Text(record))));

    public void End()
    {
    }

    public void Dispose()
    {
    }

    private void WriteRow(IEnumerable<string> cells) => output.Write($"| {string.Join(" | ", cells)} |\n");

    /// <summary>Bare addresses would become links.</summary>
    private static string Escape(string text) => string.Concat(
        TerminalText.Escape(text).Select(c => Marks.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : c.ToString()))
        .Replace("://", "\\://", StringComparison.Ordinal).Replace("www.", "www\\.", StringComparison.OrdinalIgnoreCase);
}
