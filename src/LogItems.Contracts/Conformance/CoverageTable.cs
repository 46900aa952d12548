using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Conformance;

/// <summary>Everything in a contract that exchanges can meet, by what recognizes it.</summary>
internal sealed class CoverageTable
{
    private readonly ContractDocument view;
    private readonly Dictionary<object, (CoverageKind Kind, string Name)> items = [];
    private readonly HashSet<object> met = [];
    private readonly HashSet<ContractNode> seen = [];

    public CoverageTable(ContractDocument view, IEnumerable<ContractOperation> operations)
    {
        this.view = view;
        foreach (var operation in operations)
        {
            Add(operation);
        }
    }

    public void Meet(object key) => met.Add(key);

    public CoverageReport Report() => new(
        [.. items.Select(item => new CoverageItem(item.Value.Kind, item.Value.Name, met.Contains(item.Key)))]);

    private void Add(ContractOperation operation)
    {
        items.Add(operation.Operation, (CoverageKind.Operation, operation.ToString()));

        // Headers and cookies are no part of an exchange as it is judged.
        foreach (var parameter in operation.Parameters(view).Where(parameter => parameter.In is "path" or "query"))
        {
            var name = $"{operation} {parameter.In} {parameter.Name}";
            items.TryAdd((operation.Operation, parameter.Map), (CoverageKind.Parameter, name));
            foreach (var value in EnumValues(parameter.Schema))
            {
                items.TryAdd((operation.Operation, parameter.Map, value.Text), (CoverageKind.EnumValue, $"{name}={value.Text}"));
            }
        }

        foreach (var (status, node) in (operation.Operation["responses"] as ContractMap)?.Entries ?? [])
        {
            items.TryAdd((operation.Operation, status), (CoverageKind.Status, $"{operation} {status}"));
            foreach (var (type, body) in (view.ResolveMap(node)?["content"] as ContractMap)?.Entries ?? [])
            {
                if (MediaTypes.IsJson(type))
                {
                    AddSchema(view.ResolveMap(body)?["schema"]);
                }
            }
        }
    }

    private IEnumerable<ContractScalar> EnumValues(ContractNode? node)
    {
        var schema = view.ResolveMap(node);
        var parts = (schema?["allOf"] as ContractList)?.Items.SelectMany(EnumValues) ?? [];
        return ((schema?["enum"] as ContractList)?.Items.OfType<ContractScalar>() ?? []).Concat(parts).Concat(
            schema?["items"] is { } items ? EnumValues(items) : []);
    }

    private void AddSchema(ContractNode? node)
    {
        if (node is null || view.Resolve(node) is not ContractMap schema || !seen.Add(schema))
        {
            return;
        }

        foreach (var value in (schema["enum"] as ContractList)?.Items ?? [])
        {
            var json = JsonContractWriter.ToElement(value);
            items.TryAdd(
                (schema, CanonicalJson.Of(json)), (CoverageKind.EnumValue, $"{Subject.Of(view, schema.Location.Pointer)}={JsonText.Describe(json)}"));
        }

        foreach (var (_, property) in (schema["properties"] as ContractMap)?.Entries ?? [])
        {
            items.TryAdd(property, (CoverageKind.Property, Subject.Of(view, property.Location.Pointer)));
            AddSchema(property);
        }

        foreach (var part in SchemaWalk.Parts(schema))
        {
            AddSchema(part);
        }
    }
}
