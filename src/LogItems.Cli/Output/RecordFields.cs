using System.Buffers.Text;
using System.Text.Json;

namespace LogItems.Cli.Output;

/// <summary>The kinds of fields; each reads its value without boxing.</summary>
internal static class RecordFields
{
    private const int LongestTime = 33;

    /// <summary>Text; in CSV, text that a spreadsheet would take for a formula gets a single quote in front.</summary>
    public static RecordField<T> Text<T>(string name, Func<T, string?> value) => new TextField<T>(name, value);

    /// <summary>An identifier; a GUID of zeros was not sent or could not be read.</summary>
    public static RecordField<T> Id<T>(string name, Func<T, Guid> value) => new IdField<T>(name, value);

    /// <summary>A whole number.</summary>
    public static RecordField<T> Number<T>(string name, Func<T, long?> value) => new NumberField<T>(name, value);

    /// <summary>A time: ISO 8601 with 7 fractional digits and the server's offset.</summary>
    public static RecordField<T> Time<T>(string name, Func<T, DateTimeOffset?> value) => new TimeField<T>(name, value);

    /// <summary>A value that is an object or an array; in CSV its JSON text.</summary>
    public static RecordField<T> Json<T>(string name, Action<Utf8JsonWriter, T> write) => new JsonField<T>(name, write);

    /// <summary>Links as an object of paths below the version, which are the same in every version.</summary>
    public static RecordField<T> Links<T>(string name, Func<T, IReadOnlyDictionary<string, ResourceLink>> value) =>
        new JsonField<T>(name, (json, record) =>
        {
            json.WriteStartObject();
            foreach (var (relation, link) in value(record))
            {
                json.WriteString(relation, link.Path);
            }

            json.WriteEndObject();
        });

    private sealed class TextField<T>(string name, Func<T, string?> value) : RecordField<T>(name)
    {
        public override void WriteCsv(CsvRow row, T record) => row.WriteText(value(record));

        protected override void WriteJsonValue(Utf8JsonWriter json, T record) => json.WriteStringValue(value(record));
    }

    private sealed class IdField<T>(string name, Func<T, Guid> value) : RecordField<T>(name)
    {
        public override void WriteCsv(CsvRow row, T record)
        {
            var id = value(record);
            row.Write(id, isMissing: id == Guid.Empty);
        }

        protected override void WriteJsonValue(Utf8JsonWriter json, T record)
        {
            var id = value(record);
            if (id == Guid.Empty)
            {
                json.WriteNullValue();
            }
            else
            {
                json.WriteStringValue(id);
            }
        }
    }

    private sealed class NumberField<T>(string name, Func<T, long?> value) : RecordField<T>(name)
    {
        public override void WriteCsv(CsvRow row, T record)
        {
            var number = value(record);
            row.Write(number.GetValueOrDefault(), isMissing: number is null);
        }

        protected override void WriteJsonValue(Utf8JsonWriter json, T record)
        {
            if (value(record) is { } number)
            {
                json.WriteNumberValue(number);
            }
            else
            {
                json.WriteNullValue();
            }
        }
    }

    private sealed class TimeField<T>(string name, Func<T, DateTimeOffset?> value) : RecordField<T>(name)
    {
        public override void WriteCsv(CsvRow row, T record)
        {
            Span<byte> text = stackalloc byte[LongestTime];
            row.WriteAscii(text[..Format(value(record), text)]);
        }

        protected override void WriteJsonValue(Utf8JsonWriter json, T record)
        {
            Span<byte> text = stackalloc byte[LongestTime];
            var length = Format(value(record), text);
            if (length == 0)
            {
                json.WriteNullValue();
            }
            else
            {
                json.WriteStringValue(text[..length]);
            }
        }

        private static int Format(DateTimeOffset? time, Span<byte> text) =>
            time is { } known && Utf8Formatter.TryFormat(known, text, out var length, 'O') ? length : 0;
    }

    private sealed class JsonField<T>(string name, Action<Utf8JsonWriter, T> write) : RecordField<T>(name)
    {
        public override void WriteCsv(CsvRow row, T record) => row.WriteJson(json => write(json, record));

        protected override void WriteJsonValue(Utf8JsonWriter json, T record) => write(json, record);
    }
}
