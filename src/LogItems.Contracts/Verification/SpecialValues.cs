using System.Globalization;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Verification;

/// <summary>Generates values at and beyond the bounds of a schema, simplest first.</summary>
internal static class SpecialValues
{
    private const string Id = "00000000-0000-0000-0000-00000000000";

    /// <summary>The values with their descriptions, and whether the contract determines the response.</summary>
    public static IEnumerable<(string Text, string Description, ValueClaim Claim)> Of(SchemaShape schema) =>
        schema.Values is not null ? OfEnum(schema)
        : schema.Type switch
        {
            "boolean" => OfBoolean,
            "integer" or "number" => OfNumber(schema).Concat(OfNumberForm(schema)),
            "string" => schema.Format switch
            {
                "uuid" => OfUuid,
                "date-time" => OfDateTime,
                "date" => OfDate,
                _ => OfText(schema),
            },
            _ => [],
        };

    private static (string, string, ValueClaim)[] OfBoolean =>
    [
        ("maybe", "neither true nor false", ValueClaim.Full),
        ("2", "a number", ValueClaim.Full),
        ("TRUE", "in upper case", ValueClaim.None),
        ("1", "a number", ValueClaim.None),
    ];

    private static (string, string, ValueClaim)[] OfUuid =>
    [
        ("malformed", "not a UUID", ValueClaim.Full),
        (Id, "a UUID without its last digit", ValueClaim.Full),
        ($"{Id}g", "a UUID with a letter that is not hexadecimal", ValueClaim.Full),
        ("ABCDEF00-0000-0000-0000-000000000001", "in upper case", ValueClaim.Full),
        ($"{{{Id}1}}", "in braces", ValueClaim.None),
    ];

    private static (string, string, ValueClaim)[] OfDateTime =>
    [
        ("0001-01-01T00:00:00Z", "the first second", ValueClaim.Full),
        ("9999-12-31T23:59:59Z", "the last second", ValueClaim.Full),
        ("2001-01-01T00:00:00.1234567+14:00", "with a fraction and an offset", ValueClaim.Full),
        ("yesterday", "not a time", ValueClaim.Full),
        ("2001-02-30T00:00:00Z", "a day that does not exist", ValueClaim.Full),
        ("2001-01-01T25:00:00Z", "an hour that does not exist", ValueClaim.Full),
        ("0001-01-01T00:00:00+14:00", "before the first second in UTC", ValueClaim.None),
        ("9999-12-31T23:59:59-14:00", "after the last second in UTC", ValueClaim.None),
        ("2001-01-01", "a date without a time", ValueClaim.None),
        ("2001-01-01T00:00:00", "without an offset", ValueClaim.None),
    ];

    private static (string, string, ValueClaim)[] OfDate =>
    [
        ("0001-01-01", "the first day", ValueClaim.Full),
        ("9999-12-31", "the last day", ValueClaim.Full),
        ("yesterday", "not a date", ValueClaim.Full),
        ("2001-02-30", "a day that does not exist", ValueClaim.Full),
        ("2001-01-01T00:00:00Z", "a date with a time", ValueClaim.None),
    ];

    private static IEnumerable<(string, string, ValueClaim)> OfEnum(SchemaShape schema)
    {
        var first = schema.Values is [var value, ..] ? NodeText.Show(value) ?? "" : "";
        yield return ("unknown", "not one of the values", ValueClaim.Rejection);
        yield return ($"{first}x", "not one of the values", ValueClaim.Rejection);
        yield return (first.ToUpperInvariant(), "in upper case", ValueClaim.None);
        yield return ("0", "a number", ValueClaim.None);
    }

    private static IEnumerable<(string, string, ValueClaim)> OfText(SchemaShape schema)
    {
        foreach (var (text, description) in schema.TextOf("pattern") is { } pattern ? PatternSamples.Of(pattern) : [])
        {
            yield return (text, description, ValueClaim.Full);
        }

        if (Length(schema, "maxLength") is { } most and < ParameterValues.MaxTextLength)
        {
            yield return (new string('a', most + 1), $"one character more than the maximum of {most}", ValueClaim.Rejection);
        }

        if (Length(schema, "minLength") is { } least and > 1 and <= ParameterValues.MaxTextLength)
        {
            yield return (new string('a', least - 1), $"one character less than the minimum of {least}", ValueClaim.Rejection);
        }

        yield return ("a", "a single letter", ValueClaim.None);
        yield return ("\u00e4'\"<>&%;\\", "characters with a meaning elsewhere", ValueClaim.None);
        yield return (new string('a', 1000), "1,000 characters", ValueClaim.None);
    }

    private static IEnumerable<(string, string, ValueClaim)> OfNumber(SchemaShape schema)
    {
        if (Number(schema.Bound("minimum")) is { } least)
        {
            yield return (Text(least), "the minimum", ValueClaim.Rejection);
            yield return (Text(least - 1), $"one less than the minimum of {Text(least)}", ValueClaim.Rejection);
        }

        if (Number(schema.Bound("maximum")) is { } greatest)
        {
            yield return (Text(greatest), "the maximum", ValueClaim.Full);
            yield return (Text(greatest + 1), $"one more than the maximum of {Text(greatest)}", ValueClaim.Rejection);
        }
    }

    private static IEnumerable<(string, string, ValueClaim)> OfNumberForm(SchemaShape schema) =>
    [
        ("many", "not a number", ValueClaim.Full),
        .. schema.Type == "integer" ? [("1.5", "not a whole number", ValueClaim.Full)] : Array.Empty<(string, string, ValueClaim)>(),
        ("2147483647", "the largest 32-bit number", ValueClaim.Rejection),
        ("2147483648", "one more than the largest 32-bit number", ValueClaim.Rejection),
        ("-2147483649", "one less than the smallest 32-bit number", ValueClaim.Rejection),
        ("9223372036854775808", "one more than the largest 64-bit number", ValueClaim.Rejection),
        ("01", "with a leading zero", ValueClaim.None),
        ("1e0", "in exponential notation", ValueClaim.None),
    ];

    private static decimal? Number(SchemaBound? bound) =>
        decimal.TryParse(bound?.Node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e27m
            ? number
            : null;

    private static int? Length(SchemaShape schema, string keyword) =>
        int.TryParse(schema.Bound(keyword)?.Node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
