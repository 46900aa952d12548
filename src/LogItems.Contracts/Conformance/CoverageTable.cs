using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

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
        items.Add(operation.Map, (CoverageKind.Operation, operation.ToString()));

        // Headers and cookies are no part of an exchange as it is judged.
        foreach (var parameter in operation.Parameters(view).Where(parameter => parameter.In is "path" or "query"))
        {
            var name = $"{operation} {parameter.In} {parameter.Name}";
            items.TryAdd((operation.Map, parameter.Map), (CoverageKind.Parameter, name));
            foreach (var value in EnumValues(parameter.Schema))
            {
                items.TryAdd((operation.Map, parameter.Map, value.Text), (CoverageKind.EnumValue, $"{name}={value.Text}"));
            }
        }

        foreach (var (status, node) in operation.Map.EntriesOf("responses"))
        {
            items.TryAdd((operation.Map, status), (CoverageKind.Status, $"{operation} {status}"));
            foreach (var (type, body) in (view.ResolveMap(node)?["content"] as ContractMap)?.Entries ?? [])
            {
                if (MediaTypeName.IsJson(type))
                {
                    AddSchema(view.ResolveMap(body)?["schema"]);
                }
            }
        }
    }

    private IEnumerable<ContractScalar> EnumValues(ContractNode? node) => node is null ? [] : SchemaParts.Of(view, [node], SchemaParts.None)
        .SelectMany(part => part.ItemsOf("enum").OfType<ContractScalar>().Concat(EnumValues(part["items"])));

    private void AddSchema(ContractNode? node)
    {
        foreach (var schema in node is null ? [] : SchemaParts.Of(view, [node], SchemaParts.All).Where(seen.Add))
        {
            foreach (var value in schema.ItemsOf("enum"))
            {
                var json = JsonContractWriter.ToElement(value);
                items.TryAdd(
                    (schema, CanonicalJson.Of(json)), (CoverageKind.EnumValue, $"{Subject.Of(view, schema.Location.Pointer)}={JsonText.Describe(json)}"));
            }

            foreach (var (_, property) in schema.EntriesOf("properties"))
            {
                items.TryAdd(property, (CoverageKind.Property, Subject.Of(view, property.Location.Pointer)));
                AddSchema(property);
            }

            AddSchema(schema["items"]);
            AddSchema(schema["additionalProperties"] as ContractMap);
        }
    }
}
