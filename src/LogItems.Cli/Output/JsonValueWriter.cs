using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LogItems.Cli.Output;

/// <summary>Writes JSON values as UTF-8, and escapes characters that would hide or reverse adjacent text.</summary>
internal sealed class JsonValueWriter(Utf8Buffer output) : IDisposable
{
    private const int MaxValueLength = 40;

    /// <summary>Printable ASCII characters that need no escaping.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Where(letter => letter is not ('"' or '\\'))]);

    private readonly ArrayBufferWriter<byte> _other = new();
    private Utf8JsonWriter? _json;

    /// <summary>Writes JSON as is: punctuation, names and values.</summary>
    public void WriteRaw(ReadOnlySpan<byte> json) => output.Write(json);

    public void WriteNull() => output.Write("null"u8);

    /// <summary>Writes text; null for none.</summary>
    public void WriteText(string? text)
    {
        if (text is null)
        {
            WriteNull();
        }
        else if (text.AsSpan().ContainsAnyExcept(Plain))
        {
            Write(static (json, value) => json.WriteStringValue(value), text);
        }
        else
        {
            var quoted = output.GetSpan(text.Length + 2);
            quoted[0] = (byte)'"';
            Ascii.FromUtf16(text, quoted[1..], out var length);
            quoted[length + 1] = (byte)'"';
            output.Advance(length + 2);
        }
    }

    /// <summary>Writes a value in quotes whose text needs no escaping.</summary>
    public void WriteQuoted<TValue>(TValue value, string? format = null)
        where TValue : IUtf8SpanFormattable
    {
        var quoted = output.GetSpan(MaxValueLength);
        quoted[0] = (byte)'"';
        value.TryFormat(quoted[1..], out var length, format, CultureInfo.InvariantCulture);
        quoted[length + 1] = (byte)'"';
        output.Advance(length + 2);
    }

    public void WriteNumber(long number)
    {
        number.TryFormat(output.GetSpan(MaxValueLength), out var length, default, CultureInfo.InvariantCulture);
        output.Advance(length);
    }

    /// <summary>Writes any other value.</summary>
    public void Write<TState>(Action<Utf8JsonWriter, TState> write, TState state)
    {
        _other.ResetWrittenCount();
        _json ??= new(_other, JsonText.Compact);
        _json.Reset();
        write(_json, state);
        _json.Flush();
        JsonText.Write(_other.WrittenSpan, output);
    }

    public void Dispose() => _json?.Dispose();
}
