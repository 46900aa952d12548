using Spectre.Console;

namespace LogItems.Cli.Output;

/// <summary>Columns of fixed width, a record a line, so that the first can be shown before the last is known.</summary>
internal sealed class TableRecordWriter<T>(Screen screen, IReadOnlyList<RecordColumn<T>> columns) : IRecordWriter<T>
{
    private const string Gap = "  ";

    public void Begin() => screen.WriteLine(Cells(column => column.Header, _ => new Style(decoration: Decoration.Bold)));

    public void Write(T record) =>
        screen.WriteLine(Cells(column => TerminalText.Escape(column.Text(record)), column => column.Style?.Invoke(record)));

    public void End()
    {
    }

    public void Dispose()
    {
    }

    private IEnumerable<(string Text, Style? Style)> Cells(Func<RecordColumn<T>, string> text, Func<RecordColumn<T>, Style?> style)
    {
        foreach (var column in columns)
        {
            var cell = text(column);
            yield return (cell, style(column));
            if (column.Width > 0)
            {
                yield return (new string(' ', Math.Max(0, column.Width - cell.Length)) + Gap, null);
            }
        }
    }
}
