using LogItems.Contracts.Conformance;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Verification;

/// <summary>Collects the values to explore parameters with.</summary>
internal sealed class ValuePool(ContractDocument view, QueryCheck check, Random random)
{
    private readonly ShapeTable _shapes = new(view);

    /// <summary>The values for a parameter, the simplest first; empty for one that is not plain text or a list of it.</summary>
    public IReadOnlyList<ExploredValue> Of(ContractParameter parameter)
    {
        if (parameter is not ({ In: "query", Style: "form" } or { In: "path", Style: "simple" }) || parameter.Content is not null)
        {
            return [];
        }

        var shape = _shapes.Of(parameter);
        var isList = shape.Type == "array";
        var element = !isList ? shape : shape["items"] is { } items ? _shapes.Of(items) : SchemaShape.Anything(parameter.Map);
        var good = new ParameterValues(view, parameter.Map, element).Good();
        List<ExploredValue> values =
        [
            .. good.Select(text => Judge(parameter, element, "", ValueClaim.Full, text)),
            .. SpecialValues.Of(element).Select(value => Judge(parameter, element, value.Description, value.Claim, value.Text)),
        ];
        if (parameter.IsInPath)
        {
            AddUnknown(element, values);
        }
        else
        {
            values.Add(Judge(parameter, element, "empty", MayBeEmpty(parameter, element, isList) ? ValueClaim.None : ValueClaim.Full, ""));
            values.AddRange(good.Take(1).Select(first =>
                Judge(parameter, element, "repeated", isList ? ValueClaim.Refusal : ValueClaim.None, first, good[^1])));
            values.AddRange(parameter.IsRequired ? [new ExploredValue(ValueVerdict.Invalid, "missing", [])] : Array.Empty<ExploredValue>());
        }

        return [.. values.DistinctBy(value => string.Join('\n', value.Texts))];
    }

    private void AddUnknown(SchemaShape element, List<ExploredValue> values)
    {
        if (element is { Type: "string", Format: "uuid", Values: null })
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            values.Insert(0, new ExploredValue(ValueVerdict.Unknown, "an unknown identifier", [new Guid(bytes).ToString()]));
        }
    }

    private ExploredValue Judge(
        ContractParameter parameter, SchemaShape element, string description, ValueClaim claim, params IReadOnlyList<string> texts)
    {
        var value = new ExploredValue(ValueVerdict.Open, description, texts);
        if (claim == ValueClaim.None)
        {
            return value;
        }

        if (!check.Allows(parameter, [.. value.In(parameter)]))
        {
            return value with { Verdict = ValueVerdict.Invalid };
        }

        // An identifier that nothing has must not be rejected for that.
        var namesSomething = parameter.IsInPath && element.Values is null && element.Type != "boolean";
        return claim == ValueClaim.Full && !namesSomething ? value with { Verdict = ValueVerdict.Valid } : value;
    }

    private static bool MayBeEmpty(ContractParameter parameter, SchemaShape element, bool isList) => isList
        || parameter.Map.IsTrue("allowEmptyValue") || element.IsNullable || element.Type is not ("boolean" or "integer" or "number" or "string")
        || element is { Type: "string", Format: not ("uuid" or "date-time" or "date"), Values: null };
}
