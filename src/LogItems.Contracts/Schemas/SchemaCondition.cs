using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

/// <summary>A condition of a schema, <c>if</c>, with the schemas for values that meet it and for those that do not.</summary>
/// <param name="If">The condition.</param>
/// <param name="Then">The schema for values that meet it; null for none.</param>
/// <param name="Else">The schema for other values; null for none.</param>
internal sealed record SchemaCondition(ContractNode If, ContractNode? Then, ContractNode? Else)
{
    /// <summary>The condition of a schema; null if it has no effect: <c>then</c> and <c>else</c> count only beside <c>if</c>, which
    /// does nothing without either.</summary>
    public static SchemaCondition? Of(ContractMap schema) => schema["if"] is { } condition
        && (SchemaParts.Limiting(schema["then"]), SchemaParts.Limiting(schema["else"])) is (var then, var otherwise)
        && (then ?? otherwise) is not null
            ? new SchemaCondition(condition, then, otherwise)
            : null;
}
