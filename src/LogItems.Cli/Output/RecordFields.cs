using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LogItems.Cli.Output;

/// <summary>The kinds of fields, which read their values without boxing.</summary>
internal static class RecordFields
{
    private const int LongestTime = 33;

    /// <summary>Text; in CSV, text that a spreadsheet would evaluate as a formula is prefixed with a single quote.</summary>
    public static RecordField<T> Text<T>(string name, Func<T, string?> value) => new TextField<T>(name, value);

    /// <summary>An identifier; null for a GUID of zeros, which was missing or could not be read.</summary>
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

    /// <summary>A duration: <c>[-][d.]hh:mm:ss[.fffffff]</c>, as System.Text.Json writes it.</summary>
    public static RecordField<T> Duration<T>(string name, Func<T, TimeSpan?> value) =>
        new TextField<T>(name, record => value(record)?.ToString("c", CultureInfo.InvariantCulture));

    /// <summary>True or false.</summary>
    public static RecordField<T> Flag<T>(string name, Func<T, bool?> value) => new JsonField<T>(name, (json, record) =>
    {
        if (value(record) is { } flag)
        {
            json.WriteBooleanValue(flag);
        }
        else
        {
            json.WriteNullValue();
        }
    });

    /// <summary>The values that could not be read, as an array of objects with the property and the value as sent.</summary>
    public static RecordField<T> Issues<T>()
        where T : ApiModel => new JsonField<T>("issues", (json, record) =>
        {
            json.WriteStartArray();
            foreach (var issue in record.Issues)
            {
                json.WriteStartObject();
                json.WriteString("property", issue.Property);
                json.WritePropertyName("value");
                WriteValue(json, issue.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });

    /// <summary>The properties that the contract does not define and those that could not be read, as sent.</summary>
    public static RecordField<T> AdditionalProperties<T>(Func<T, IDictionary<string, object>> value) =>
        new JsonField<T>("additionalProperties", (json, record) => WriteObject(json, value(record)));

    /// <summary>Writes properties that the contract does not define as an object, as sent.</summary>
    public static void WriteObject(Utf8JsonWriter json, IDictionary<string, object> properties)
    {
        json.WriteStartObject();
        foreach (var (name, property) in properties)
        {
            json.WritePropertyName(name);
            WriteValue(json, property);
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            default:
                // A name or a text in it can hold half a character, which UTF-8 cannot: it is written as its replacement.
                json.WriteRawValue((value as JToken ?? new JValue(value)).ToString(Formatting.None, []), skipInputValidation: true);
                break;
        }
    }

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
