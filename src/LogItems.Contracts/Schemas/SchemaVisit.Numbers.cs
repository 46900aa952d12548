using System.Text.Json;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

internal sealed partial class SchemaVisit
{
    private static readonly Dictionary<string, (ExactNumber Least, ExactNumber Greatest)> IntegerFormats = new()
    {
        ["int32"] = (ExactNumber.Of(int.MinValue), ExactNumber.Of(int.MaxValue)),
        ["int64"] = (ExactNumber.Of(long.MinValue), ExactNumber.Of(long.MaxValue)),
    };

    private static readonly string[] Limits = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];

    private void CheckNumber(ContractMap schema, JsonElement value, ValuePath path)
    {
        // Most numbers are small integers without limits other than those of their format.
        var isSmall = value.TryGetInt32(out _);
        if (isSmall && !Array.Exists(Limits, schema.Has))
        {
            return;
        }

        var number = ExactNumber.Parse(value.GetRawText());
        if (NumberOf(schema, "minimum") is { } least)
        {
            CheckBound(schema, ("minimum", "exclusiveMinimum"), number.CompareTo(least), path, "less than");
        }

        if (NumberOf(schema, "maximum") is { } greatest)
        {
            CheckBound(schema, ("maximum", "exclusiveMaximum"), greatest.CompareTo(number), path, "greater than");
        }

        if (!_isOpenApi30)
        {
            CheckExclusiveBound(schema, "exclusiveMinimum", bound => number.CompareTo(bound) > 0, path, "greater");
            CheckExclusiveBound(schema, "exclusiveMaximum", bound => number.CompareTo(bound) < 0, path, "less");
        }

        if (NumberOf(schema, "multipleOf") is { } step && !number.IsMultipleOf(step))
        {
            Add(schema, "multipleOf", path, $"The number is not a multiple of {Text(schema, "multipleOf")}.");
        }

        if (schema.TryGetString("format", out var format)
            && IntegerFormats.TryGetValue(format, out var range)
            && (number.CompareTo(range.Least) < 0 || number.CompareTo(range.Greatest) > 0))
        {
            Add(schema, "format", path, $"The number is out of the range of {format}.");
        }
    }

    private void CheckBound(
        ContractMap schema, (string Inclusive, string Exclusive) keywords, int distance, ValuePath path, string comparison)
    {
        if (distance < 0)
        {
            Add(schema, keywords.Inclusive, path, $"The number is {comparison} {Text(schema, keywords.Inclusive)}.");
        }
        else if (distance == 0 && schema.IsTrue(keywords.Exclusive))
        {
            Add(schema, keywords.Exclusive, path, $"The number is {Text(schema, keywords.Inclusive)}, which is excluded.");
        }
    }

    private void CheckExclusiveBound(ContractMap schema, string keyword, Func<ExactNumber, bool> isWithin, ValuePath path, string comparison)
    {
        if (NumberOf(schema, keyword) is { } bound && !isWithin(bound))
        {
            Add(schema, keyword, path, $"The number is not {comparison} than {Text(schema, keyword)}.");
        }
    }

    private static ExactNumber? NumberOf(ContractMap schema, string keyword) =>
        schema[keyword] is ContractScalar { Kind: ScalarKind.Number } number ? ExactNumber.Parse(number.Text) : null;

    private static string Text(ContractMap schema, string keyword) => NodeText.Shorten(((ContractScalar)schema[keyword]!).Text);
}
