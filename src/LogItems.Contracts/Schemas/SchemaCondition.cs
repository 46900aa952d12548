using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

/// <summary>A condition of a schema, <c>if</c>, with what values have to match that meet it, or that do not.</summary>
/// <param name="If">The condition.</param>
/// <param name="Then">What values that meet it have to match; null where that is nothing.</param>
/// <param name="Else">What other values have to match; null where that is nothing.</param>
internal sealed record SchemaCondition(ContractNode If, ContractNode? Then, ContractNode? Else)
{
    /// <summary>The condition of a schema; null where it limits nothing: <c>then</c> and <c>else</c> count only beside <c>if</c>, which
    /// does nothing without either.</summary>
    public static SchemaCondition? Of(ContractMap schema) => schema["if"] is { } condition
        && (SchemaParts.Limiting(schema["then"]), SchemaParts.Limiting(schema["else"])) is (var then, var otherwise)
        && (then ?? otherwise) is not null
            ? new SchemaCondition(condition, then, otherwise)
            : null;
}
