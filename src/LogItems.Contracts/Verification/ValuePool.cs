using LogItems.Contracts.Conformance;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Verification;

/// <summary>Collects the values to explore parameters with.</summary>
internal sealed partial class ValuePool(ContractDocument view, QueryCheck check, Random random)
{
    private readonly ShapeTable _shapes = new(view);

    /// <summary>The values for a parameter, simplest first; empty if it is not plain text, a list of plain text,
    /// or an object of plain texts.</summary>
    public IReadOnlyList<ExploredValue> Of(ContractParameter parameter)
    {
        var shape = _shapes.Of(parameter);
        return !IsExplorable(parameter, shape) ? []
            : [.. (shape.Type == "object" ? OfObject(parameter, shape) : OfTexts(parameter, shape)).DistinctBy(value => value.KeyIn(parameter))];
    }

    private static bool IsExplorable(ContractParameter parameter, SchemaShape shape) => parameter.Content is null && (parameter.In, parameter.Style) switch
    {
        ("query", "deepObject") => shape.Type == "object",
        ("query", "form") or ("path", "simple") => true,
        ("header", "simple") => ParameterHeaders.CanCarry(parameter),
        // A cookie has a single value.
        ("cookie", "form" or "cookie") => !parameter.IsExploded || shape.Type is not ("array" or "object"),
        _ => false,
    };

    private List<ExploredValue> OfTexts(ContractParameter parameter, SchemaShape shape)
    {
        var isList = shape.Type == "array";
        var element = !isList ? shape : shape["items"] is { } items ? _shapes.Of(items) : SchemaShape.Anything(parameter.Map);
        var good = new ParameterValues(view, parameter.Map, element).Good().Where(CanCarry).ToList();
        List<ExploredValue> values =
        [
            .. good.Select(text => Evaluate(parameter, element, "", ValueClaim.Full, text)),
            .. SpecialValues.Of(element).Where(value => CanCarry(value.Text))
                .Select(value => Evaluate(parameter, element, value.Description, value.Claim, value.Text)),
        ];
        if (parameter.IsInPath)
        {
            AddUnknown(element, values);
            return values;
        }

        if (parameter.In == "query")
        {
            values.Add(Evaluate(parameter, element, "empty", MayBeEmpty(parameter, element, isList) ? ValueClaim.None : ValueClaim.Full, ""));
        }

        if (parameter.In == "query" || isList)
        {
            values.AddRange(good.Take(1).Select(first =>
                Evaluate(parameter, element, "repeated", isList ? ValueClaim.Rejection : ValueClaim.None, first, good[^1])));
        }

        values.AddRange(Missing(parameter));
        return values;

        // Headers are not escaped, so a comma splits an item of a list.
        bool CanCarry(string text) => ParameterHeaders.CanCarry(parameter, text)
            && !(isList && parameter.In == "header" && text.Contains(',', StringComparison.Ordinal));
    }

    private static ExploredValue[] Missing(ContractParameter parameter) =>
        parameter.IsRequired ? [new ExploredValue(ValueVerdict.Invalid, "missing", [])] : [];

    private void AddUnknown(SchemaShape element, List<ExploredValue> values)
    {
        if (element is { Type: "string", Format: "uuid", Values: null })
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            values.Insert(0, new ExploredValue(ValueVerdict.Unknown, "an unknown identifier", [new Guid(bytes).ToString()]));
        }
    }

    private ExploredValue Evaluate(
        ContractParameter parameter, SchemaShape element, string description, ValueClaim claim, params IReadOnlyList<string> texts) =>
        Evaluate(parameter, element, new ExploredValue(ValueVerdict.Open, description, texts), claim);

    private ExploredValue Evaluate(ContractParameter parameter, SchemaShape element, ExploredValue value, ValueClaim claim)
    {
        if (claim == ValueClaim.None)
        {
            return value;
        }

        if (!check.Allows(parameter, [.. value.In(parameter)]))
        {
            return value with { Verdict = ValueVerdict.Invalid };
        }

        // An unknown identifier is not invalid.
        var namesSomething = parameter.IsInPath && element.Values is null && element.Type != "boolean";
        return claim == ValueClaim.Full && !namesSomething ? value with { Verdict = ValueVerdict.Valid } : value;
    }

    private static bool MayBeEmpty(ContractParameter parameter, SchemaShape element, bool isList) => isList
        || parameter.Map.IsTrue("allowEmptyValue") || element.IsNullable || element.Type is not ("boolean" or "integer" or "number" or "string")
        || element is { Type: "string", Format: not ("uuid" or "date-time" or "date"), Values: null };
}
