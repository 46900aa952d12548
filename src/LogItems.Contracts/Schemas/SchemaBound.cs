using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

/// <summary>A bound of a schema; of two with the same number the exclusive one is the tighter, for either end.</summary>
/// <param name="Value">The number.</param>
/// <param name="IsExclusive">Whether the number itself is ruled out.</param>
/// <param name="Node">Where it stands.</param>
internal sealed record SchemaBound(ExactNumber Value, bool IsExclusive, ContractScalar Node) : IComparable<SchemaBound>
{
    public static SchemaBound? Of(ContractMap schema, string keyword)
    {
        if (schema[keyword] is not ContractScalar { Kind: ScalarKind.Number } scalar)
        {
            return null;
        }

        var value = ExactNumber.Parse(scalar.Text);
        var exclusive = keyword switch
        {
            "maximum" => schema.IsTrue("exclusiveMaximum"),
            "minimum" => schema.IsTrue("exclusiveMinimum"),
            _ => false,
        };

        // No length, count of items or count of properties is below zero anyway.
        var saysNothing = keyword is "minLength" or "minItems" or "minProperties" && value.CompareTo(ExactNumber.Of(0)) <= 0;
        return saysNothing ? null : new SchemaBound(value, exclusive, scalar);
    }

    public int CompareTo(SchemaBound? other) => other is null ? 1 : Value.CompareTo(other.Value);
}
