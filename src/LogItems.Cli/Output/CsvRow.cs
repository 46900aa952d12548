using System.Buffers;
using System.Text;
using System.Text.Json;
using LogItems.Contracts.Documents;

namespace LogItems.Cli.Output;

/// <summary>Writes the cells of one CSV row after another.</summary>
internal sealed class CsvRow(Utf8Output output) : IDisposable
{
    private const int LongestValue = 40;

    private readonly ArrayBufferWriter<byte> _cell = new();
    private Utf8JsonWriter? _json;
    private bool _isFirst = true;

    /// <summary>Text from users: a formula is neutralized, and control and bidirectional characters are written as <c>\u001B</c>.</summary>
    public void WriteText(string? text)
    {
        Separate();
        if (!string.IsNullOrEmpty(text))
        {
            Encoding.UTF8.GetBytes(CsvCell.Quote(PrintableText.Escape(CsvCell.Defuse(text), keepsLines: true)), output);
        }
    }

    /// <summary>A value that is never quoted; an empty cell where it is missing.</summary>
    public void Write<TValue>(TValue value, bool isMissing)
        where TValue : IUtf8SpanFormattable
    {
        Separate();
        if (!isMissing && value.TryFormat(output.GetSpan(LongestValue), out var length, default, null))
        {
            output.Advance(length);
        }
    }

    /// <summary>ASCII without quotes, commas and line ends.</summary>
    public void WriteAscii(ReadOnlySpan<byte> text)
    {
        Separate();
        output.Write(text);
    }

    /// <summary>JSON text; an empty cell for null.</summary>
    public void WriteJson(Action<Utf8JsonWriter> write)
    {
        _cell.ResetWrittenCount();
        _json ??= new(_cell, JsonText.Compact);
        _json.Reset();
        write(_json);
        _json.Flush();
        Separate();
        if (!_cell.WrittenSpan.SequenceEqual("null"u8))
        {
            Encoding.UTF8.GetBytes(CsvCell.Quote(PrintableText.EscapeJson(Encoding.UTF8.GetString(_cell.WrittenSpan))), output);
        }
    }

    public void End()
    {
        output.Write("\r\n"u8);
        _isFirst = true;
    }

    public void Dispose() => _json?.Dispose();

    private void Separate()
    {
        if (!_isFirst)
        {
            output.Write(","u8);
        }

        _isFirst = false;
    }
}
