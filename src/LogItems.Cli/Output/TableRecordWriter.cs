using System.Text;
using Spectre.Console;

namespace LogItems.Cli.Output;

/// <summary>A table with columns of fixed width, so that the first record can be shown before the last one has arrived.</summary>
/// <remarks>
/// On a terminal, columns that do not fit continue on an indented second line; the last column wraps under itself, and any other text that is
/// too long is truncated. Without a width, a record is one line, and nothing is truncated.
/// </remarks>
internal sealed class TableRecordWriter<T> : IRecordWriter<T>
{
    private const string Gap = "  ";

    /// <summary>The number of characters below which a terminal is narrow.</summary>
    private const int NarrowBelow = 120;

    /// <summary>The minimum width of the last column next to others.</summary>
    private const int MinText = 16;

    private readonly Screen _screen;
    private readonly int? _width;
    private readonly bool _isNarrow;
    private readonly List<List<RecordColumn<T>>> _lines = [[]];
    private readonly StringBuilder _plain = new();

    public TableRecordWriter(Screen screen, IReadOnlyList<RecordColumn<T>> columns, int? width)
    {
        _screen = screen;
        _width = width;
        _isNarrow = width < NarrowBelow;
        var used = 0;
        foreach (var column in columns)
        {
            var needed = column.Width == 0 ? MinText : WidthOf(column);
            if (width is not null && used > 0 && used + needed > width)
            {
                _lines.Add([]);
                used = Gap.Length;
            }

            _lines[^1].Add(column);
            used += needed + Gap.Length;
        }
    }

    public void Begin() => Write(column => column.Header, _ => new Style(decoration: Decoration.Bold));

    public void Write(T record)
    {
        if (_width is null && _screen.IsPlain)
        {
            WritePlain(record);
            return;
        }

        Write(column => TerminalText.Escape(_isNarrow ? column.NarrowText(record) : column.Text(record)), column => column.Style?.Invoke(record));
    }

    public void End()
    {
    }

    public void Dispose()
    {
    }

    /// <summary>Writes a record on one line without styles, for scripts.</summary>
    private void WritePlain(T record)
    {
        var columns = _lines[0];
        for (var i = 0; i < columns.Count; i++)
        {
            var (column, isLast) = (columns[i], i == columns.Count - 1);
            var cell = TerminalText.Escape(column.Text(record));
            var padding = column.Width == 0 ? 0 : Math.Max(0, column.Width - TerminalText.Width(cell));
            _plain.Append(' ', column.IsRight ? padding : 0).Append(cell);
            if (!isLast)
            {
                _plain.Append(' ', column.IsRight ? 0 : padding).Append(Gap);
            }
        }

        _screen.WriteLine(_plain);
        _plain.Clear();
    }

    private void Write(Func<RecordColumn<T>, string> text, Func<RecordColumn<T>, Style?> style)
    {
        for (var i = 0; i < _lines.Count; i++)
        {
            WriteLine(i == 0 ? "" : Gap, _lines[i], text, style);
        }
    }

    private void WriteLine(string indent, List<RecordColumn<T>> columns, Func<RecordColumn<T>, string> text, Func<RecordColumn<T>, Style?> style)
    {
        var pieces = new List<(string Text, Style? Style)> { (indent, null) };
        var used = indent.Length;
        for (var i = 0; i < columns.Count; i++)
        {
            var (column, isLast) = (columns[i], i == columns.Count - 1);
            if (column.Width == 0)
            {
                WriteWrapped(pieces, used, text(column), style(column));
                return;
            }

            var cell = _width is null ? text(column) : TerminalText.Truncate(text(column), WidthOf(column));
            var padding = new string(' ', Math.Max(0, WidthOf(column) - TerminalText.Width(cell)));
            pieces.Add((column.IsRight ? padding + cell : cell, style(column)));
            pieces.Add((isLast ? "" : column.IsRight ? Gap : padding + Gap, null));
            used += WidthOf(column) + Gap.Length;
        }

        _screen.WriteLine(pieces);
    }

    /// <summary>Writes the last column, whose text continues below itself.</summary>
    private void WriteWrapped(List<(string Text, Style? Style)> before, int used, string text, Style? style)
    {
        IReadOnlyList<string> lines = _width is { } width ? TerminalText.Wrap(text, Math.Max(MinText, width - used)) : [text];
        _screen.WriteLine([.. before, (lines[0], style)]);
        foreach (var line in lines.Skip(1))
        {
            _screen.WriteLine([(new string(' ', used), null), (line, style)]);
        }
    }

    private int WidthOf(RecordColumn<T> column) => _isNarrow ? column.NarrowWidth : column.Width;
}
