using System.Runtime.CompilerServices;
using System.Text.Json;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Conformance;

/// <summary>Visits a value and the schemas that describe its parts.</summary>
internal sealed class SchemaWalk(ContractDocument view, SchemaValidator schemas)
{
    /// <param name="node">The schema.</param>
    /// <param name="value">A value that should match it.</param>
    /// <param name="property">Takes the schema of each property that the value has.</param>
    /// <param name="enumValue">Takes each schema with an <c>enum</c> and the value it describes.</param>
    public void Visit(ContractNode node, JsonElement value, Action<ContractNode> property, Action<ContractMap, JsonElement> enumValue)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return;
        }

        // Only alternatives that the value matches describe it.
        foreach (var schema in SchemaParts.Of(view, [node], (_, all) => all.Where(alternative => schemas.Validate(alternative, value).Count == 0)))
        {
            if (schema.Has("enum"))
            {
                enumValue(schema, value);
            }

            if (value.ValueKind == JsonValueKind.Array)
            {
                foreach (var (index, item) in value.EnumerateArray().Index())
                {
                    if (SchemaParts.OfItem(schema, index) is { } described)
                    {
                        Visit(described, item, property, enumValue);
                    }
                }
            }
            else if (value.ValueKind == JsonValueKind.Object)
            {
                foreach (var member in value.EnumerateObject())
                {
                    VisitMember(schema, member, property, enumValue);
                }
            }
        }
    }

    private void VisitMember(
        ContractMap schema, JsonProperty member, Action<ContractNode> property, Action<ContractMap, JsonElement> enumValue)
    {
        if ((schema["properties"] as ContractMap)?[JsonText.NameOf(member)] is { } named)
        {
            property(named);
            Visit(named, member.Value, property, enumValue);
        }
        else if (schema["additionalProperties"] is ContractMap additional)
        {
            Visit(additional, member.Value, property, enumValue);
        }
    }
}
