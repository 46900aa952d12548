using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

/// <summary>A bound of a schema; of two with the same number, the exclusive one is tighter, at either end.</summary>
/// <param name="Value">The number.</param>
/// <param name="IsExclusive">Whether the number itself is excluded.</param>
/// <param name="Node">The location of the bound.</param>
internal sealed record SchemaBound(ExactNumber Value, bool IsExclusive, ContractScalar Node)
{
    /// <summary>The keyword for an exclusive bound: with the value true in OpenAPI 3.0, with its own number since 3.1.</summary>
    public static string? ExclusiveOf(string keyword) => keyword switch
    {
        "maximum" => "exclusiveMaximum",
        "minimum" => "exclusiveMinimum",
        _ => null,
    };

    /// <summary>The bounds of a schema at one end.</summary>
    public static IEnumerable<SchemaBound> All(ContractMap schema, string keyword)
    {
        var exclusive = ExclusiveOf(keyword);
        if (Number(schema, keyword) is { } scalar)
        {
            var value = ExactNumber.Parse(scalar.Text);
            // Lengths and counts are never below zero, so a bound of zero has no effect.
            var saysNothing = keyword is "minLength" or "minItems" or "minProperties" && value.CompareTo(ExactNumber.Of(0)) <= 0;
            if (!saysNothing)
            {
                yield return new SchemaBound(value, exclusive is not null && schema.IsTrue(exclusive), scalar);
            }
        }

        if (exclusive is not null && Number(schema, exclusive) is { } own)
        {
            yield return new SchemaBound(ExactNumber.Parse(own.Text), true, own);
        }
    }

    private static ContractScalar? Number(ContractMap schema, string keyword) =>
        schema[keyword] is ContractScalar { Kind: ScalarKind.Number } number ? number : null;
}
