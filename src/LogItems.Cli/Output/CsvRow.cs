using System.Buffers;
using System.Globalization;
using System.Text;
using LogItems.Contracts.Documents;

namespace LogItems.Cli.Output;

/// <summary>Writes the cells of one CSV row after another.</summary>
internal sealed class CsvRow : IDisposable
{
    private const int MaxValueLength = 40;
    private static readonly SearchValues<byte> Special = SearchValues.Create("\",\r\n"u8);

    private readonly Utf8Buffer _output;
    private readonly Utf8Buffer _cell = new();
    private readonly JsonValueWriter _json;
    private bool _isFirst = true;

    public CsvRow(Utf8Buffer output) => (_output, _json) = (output, new(_cell));

    /// <summary>Writes text from users: a formula is neutralized, and control and bidirectional characters are written as <c>\u001B</c>.</summary>
    public void WriteText(string? text)
    {
        Separate();
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        _cell.Truncate(0);
        Encoding.UTF8.GetBytes(PrintableText.Escape(CsvCell.NeutralizeFormula(text), keepsLines: true), _cell);
        WriteCell();
    }

    /// <summary>Writes a value that never needs quotes; an empty cell if it is missing.</summary>
    public void Write<TValue>(TValue value, bool isMissing, string? format = null)
        where TValue : IUtf8SpanFormattable
    {
        Separate();
        if (!isMissing && value.TryFormat(_output.GetSpan(MaxValueLength), out var length, format, CultureInfo.InvariantCulture))
        {
            _output.Advance(length);
        }
    }

    /// <summary>Writes JSON text; an empty cell for null.</summary>
    public void WriteJson<T>(Action<JsonValueWriter, T> write, T record)
    {
        Separate();
        _cell.Truncate(0);
        write(_json, record);
        if (!_cell.Written.Span.SequenceEqual("null"u8))
        {
            WriteCell();
        }
    }

    public void End()
    {
        _output.Write("\r\n"u8);
        _isFirst = true;
    }

    public void Dispose()
    {
        _json.Dispose();
        _cell.Dispose();
    }

    private void Separate()
    {
        if (!_isFirst)
        {
            _output.Write(","u8);
        }

        _isFirst = false;
    }

    /// <summary>Quotes the cell if RFC 4180 requires it.</summary>
    private void WriteCell()
    {
        var cell = _cell.Written.Span;
        if (!cell.ContainsAny(Special))
        {
            _output.Write(cell);
            return;
        }

        _output.Write("\""u8);
        while (cell.IndexOf((byte)'"') is >= 0 and var quote)
        {
            _output.Write(cell[..(quote + 1)]);
            _output.Write("\""u8);
            cell = cell[(quote + 1)..];
        }

        _output.Write(cell);
        _output.Write("\""u8);
    }
}
