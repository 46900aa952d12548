using System.Text.Json;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

/// <summary>The keywords of JSON Schema 2020-12 that apply further schemas to the value.</summary>
internal sealed partial class SchemaVisit
{
    private void CheckApplicators(ContractMap schema, JsonElement value, ValuePath path, EvaluatedParts evaluated)
    {
        if (schema.TryGetString("$ref", out var reference) && document.FindReference(reference) is { } target)
        {
            Visit(target, value, path, evaluated);
        }

        if (schema.TryGetString("$dynamicRef", out var dynamic) && document.FindReference(dynamic) is { } anchor)
        {
            Visit(Outermost(anchor), value, path, evaluated);
        }

        CheckCondition(schema, value, path, evaluated);
        if (value.ValueKind == JsonValueKind.Object)
        {
            CheckDependencies(schema, value, path, evaluated);
            CheckUnevaluatedProperties(schema, value, path, evaluated);
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            CheckUnevaluatedItems(schema, value, path, evaluated);
        }
    }

    // The outermost resource on the current path that has the anchor counts.
    private ContractNode Outermost(ContractNode anchor) =>
        anchor is ContractMap map && map.TryGetString("$dynamicAnchor", out var name)
            ? _scopes.Select(scope => scope.GetValueOrDefault(name)).FirstOrDefault(found => found is not null) ?? anchor
            : anchor;

    private void CheckCondition(ContractMap schema, JsonElement value, ValuePath path, EvaluatedParts evaluated)
    {
        if (schema["if"] is { } condition
            && schema[Try(condition, value, path, evaluated).Count == 0 ? "then" : "else"] is { } consequence)
        {
            Visit(consequence, value, path, evaluated);
        }
    }

    private void CheckDependencies(ContractMap schema, JsonElement value, ValuePath path, EvaluatedParts evaluated)
    {
        if (!schema.Has("dependentRequired") && !schema.Has("dependentSchemas"))
        {
            return;
        }

        var present = value.EnumerateObject().Select(JsonText.NameOf).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, required) in schema.EntriesOf("dependentRequired").Where(entry => present.Contains(entry.Key)))
        {
            foreach (var missing in (required as ContractList)?.Items.OfType<ContractScalar>().Where(item => !present.Contains(item.Text)) ?? [])
            {
                Errors.Add(new SchemaError(
                    path.ToString(), "dependentRequired", missing.Location,
                    $"The property '{NodeText.Shorten(missing.Text)}' is missing, which '{NodeText.Shorten(name)}' requires."));
            }
        }

        foreach (var (_, dependent) in schema.EntriesOf("dependentSchemas").Where(entry => present.Contains(entry.Key)))
        {
            Visit(dependent, value, path, evaluated);
        }
    }

    private void CheckUnevaluatedProperties(ContractMap schema, JsonElement value, ValuePath path, EvaluatedParts evaluated)
    {
        if (schema["unevaluatedProperties"] is not { } rest)
        {
            return;
        }

        foreach (var property in value.EnumerateObject())
        {
            var name = JsonText.NameOf(property);
            if (!evaluated.HasProperty(name))
            {
                evaluated.AddProperty(name);
                Visit(rest, property.Value, path.Child(name));
            }
        }
    }

    private void CheckUnevaluatedItems(ContractMap schema, JsonElement value, ValuePath path, EvaluatedParts evaluated)
    {
        if (schema["unevaluatedItems"] is not { } rest)
        {
            return;
        }

        foreach (var (index, item) in value.EnumerateArray().Index())
        {
            if (!evaluated.HasItem(index))
            {
                evaluated.AddItem(index);
                Visit(rest, item, path.Child(index));
            }
        }
    }

    private void CheckContains(ContractMap schema, JsonElement value, ValuePath path, EvaluatedParts evaluated)
    {
        if (schema["contains"] is not { } contained)
        {
            return;
        }

        var matches = 0;
        foreach (var (index, item) in value.EnumerateArray().Index())
        {
            if (Try(contained, item, path.Child(index), null).Count == 0)
            {
                matches++;
                evaluated.AddItem(index);
            }
        }

        var (found, least) = (ExactNumber.Of(matches), NumberOf(schema, "minContains") ?? ExactNumber.Of(1));
        if (found.CompareTo(least) < 0)
        {
            Add(schema, "contains", path, $"Too few items match 'contains': {matches}.");
        }

        if (NumberOf(schema, "maxContains") is { } most && found.CompareTo(most) > 0)
        {
            Add(schema, "maxContains", path, $"Too many items match 'contains': {matches}.");
        }
    }
}
