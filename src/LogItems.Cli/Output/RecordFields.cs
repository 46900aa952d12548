using System.Globalization;
using System.Text.Json;

namespace LogItems.Cli.Output;

/// <summary>The kinds of fields, which read their values without boxing.</summary>
internal static class RecordFields
{
    /// <summary>A text; in CSV, text that a spreadsheet would evaluate as a formula is prefixed with a single quote.</summary>
    public static RecordField<T> Text<T>(string name, Func<T, string?> value) => new TextField<T>(name, value);

    /// <summary>An identifier; null for a GUID of zeros, which was missing or could not be read.</summary>
    public static RecordField<T> Id<T>(string name, Func<T, Guid> value) =>
        new QuotedField<T, Guid>(name, record => value(record) is var id && id == Guid.Empty ? null : id);

    /// <summary>An integer.</summary>
    public static RecordField<T> Number<T>(string name, Func<T, long?> value) => new NumberField<T>(name, value);

    /// <summary>A time: ISO 8601 with 7 fractional digits and the server's offset.</summary>
    public static RecordField<T> Time<T>(string name, Func<T, DateTimeOffset?> value) =>
        new QuotedField<T, DateTimeOffset>(name, value, "O");

    /// <summary>An object or an array; in CSV, its JSON text.</summary>
    public static RecordField<T> Json<T>(string name, Action<Utf8JsonWriter, T> write) =>
        new JsonField<T>(name, (json, record) => json.Write(write, record));

    /// <inheritdoc cref="Json{T}(string, Action{Utf8JsonWriter, T})"/>
    public static RecordField<T> Json<T>(string name, Action<JsonValueWriter, T> write) => new JsonField<T>(name, write);

    /// <summary>Links as an object of paths below the version, which are the same in every version.</summary>
    public static RecordField<T> Links<T>(string name, Func<T, IReadOnlyDictionary<string, ResourceLink>> value) =>
        new JsonField<T>(name, (json, record) =>
        {
            var separator = "{"u8;
            foreach (var (relation, link) in value(record))
            {
                json.WriteRaw(separator);
                json.WriteText(relation);
                json.WriteRaw(":"u8);
                json.WriteText(link.Path);
                separator = ","u8;
            }

            json.WriteRaw(separator[0] == '{' ? "{}"u8 : "}"u8);
        });

    /// <summary>A duration: <c>[-][d.]hh:mm:ss[.fffffff]</c>, as System.Text.Json writes it.</summary>
    public static RecordField<T> Duration<T>(string name, Func<T, TimeSpan?> value) => new DurationField<T>(name, value);

    /// <summary>True or false.</summary>
    public static RecordField<T> Flag<T>(string name, Func<T, bool?> value) => new JsonField<T>(
        name, (json, record) => json.WriteRaw(value(record) switch { true => "true"u8, false => "false"u8, null => "null"u8 }));

    /// <summary>The values that could not be read, as an array of objects with the property and the value as sent.</summary>
    public static RecordField<T> Issues<T>()
        where T : ApiModel => new JsonField<T>("issues", (json, record) =>
        {
            if (record.Issues is { Count: > 0 } issues)
            {
                json.Write(WriteIssues, issues);
            }
            else
            {
                json.WriteRaw("[]"u8);
            }
        });

    /// <summary>The properties that the contract does not define and those that could not be read, as sent.</summary>
    public static RecordField<T> AdditionalProperties<T>(Func<T, IDictionary<string, object>> value)
        where T : ApiModel => new JsonField<T>("additionalProperties", (json, record) =>
        {
            // Accessing the property would create a map.
            if (record.AdditionalElements.Count > 0)
            {
                json.Write(WriteObject, value(record));
            }
            else
            {
                json.WriteRaw("{}"u8);
            }
        });

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

    private static void WriteIssues(Utf8JsonWriter json, IReadOnlyList<UnreadableValue> issues)
    {
        json.WriteStartArray();
        foreach (var issue in issues)
        {
            json.WriteStartObject();
            json.WriteString("property", issue.Property);
            json.WritePropertyName("value");
            WriteValue(json, issue.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
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
                // A name or text can contain a lone surrogate, which UTF-8 cannot encode: it is written as the replacement character.
                json.WriteRawValue(JsonText.Of(value), skipInputValidation: true);
                break;
        }
    }

    private sealed class TextField<T>(string name, Func<T, string?> value) : RecordField<T>(name)
    {
        public override void WriteCsv(CsvRow row, T record) => row.WriteText(value(record));

        protected override void WriteJsonValue(JsonValueWriter json, T record) => json.WriteText(value(record));
    }

    /// <summary>A value that is text in JSON and needs no escaping.</summary>
    private class QuotedField<T, TValue>(string name, Func<T, TValue?> value, string? format = null) : RecordField<T>(name)
        where TValue : struct, IUtf8SpanFormattable
    {
        public override void WriteCsv(CsvRow row, T record)
        {
            var known = value(record);
            row.Write(known.GetValueOrDefault(), isMissing: known is null, format);
        }

        protected override void WriteJsonValue(JsonValueWriter json, T record)
        {
            if (value(record) is { } known)
            {
                json.WriteQuoted(known, format);
            }
            else
            {
                json.WriteNull();
            }
        }
    }

    /// <summary>A negative duration begins like a formula.</summary>
    private sealed class DurationField<T>(string name, Func<T, TimeSpan?> value) : QuotedField<T, TimeSpan>(name, value, "c")
    {
        private readonly Func<T, TimeSpan?> _value = value;

        public override void WriteCsv(CsvRow row, T record)
        {
            if (_value(record) is { Ticks: < 0 } negative)
            {
                row.WriteText(negative.ToString("c", CultureInfo.InvariantCulture));
            }
            else
            {
                base.WriteCsv(row, record);
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

        protected override void WriteJsonValue(JsonValueWriter json, T record)
        {
            if (value(record) is { } number)
            {
                json.WriteNumber(number);
            }
            else
            {
                json.WriteNull();
            }
        }
    }

    private sealed class JsonField<T>(string name, Action<JsonValueWriter, T> write) : RecordField<T>(name)
    {
        public override void WriteCsv(CsvRow row, T record) => row.WriteJson(write, record);

        protected override void WriteJsonValue(JsonValueWriter json, T record) => write(json, record);
    }
}
