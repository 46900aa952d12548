using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Conformance;

/// <summary>All parts of a contract that exchanges can cover, by their identity.</summary>
internal sealed class CoverageTable
{
    private readonly ContractDocument _view;
    private readonly Dictionary<object, (CoverageKind Kind, string Name)> _items = [];
    private readonly HashSet<object> _covered = [];
    private readonly HashSet<ContractNode> _seen = [];

    public CoverageTable(ContractDocument view, IEnumerable<ContractOperation> operations)
    {
        this._view = view;
        foreach (var operation in operations)
        {
            Add(operation);
        }
    }

    public void Cover(object key) => _covered.Add(key);

    public CoverageReport Report() => new(
        [.. _items.Select(item => new CoverageItem(item.Value.Kind, item.Value.Name, _covered.Contains(item.Key)))]);

    private void Add(ContractOperation operation)
    {
        _items.Add(operation.Map, (CoverageKind.Operation, operation.ToString()));

        // Exchanges do not contain headers and cookies.
        foreach (var parameter in operation.Parameters(_view).Where(parameter => parameter.In is "path" or "query"))
        {
            var name = $"{operation} {parameter.In} {parameter.Name}";
            _items.TryAdd((operation.Map, parameter.Map), (CoverageKind.Parameter, name));
            foreach (var value in EnumValues(parameter.Schema))
            {
                _items.TryAdd((operation.Map, parameter.Map, value.Text), (CoverageKind.EnumValue, $"{name}={value.Text}"));
            }
        }

        foreach (var (status, node) in operation.Map.EntriesOf("responses"))
        {
            _items.TryAdd((operation.Map, status), (CoverageKind.Status, $"{operation} {status}"));
            foreach (var (type, body) in (_view.ResolveMap(node)?["content"] as ContractMap)?.Entries ?? [])
            {
                if (MediaTypeName.IsJson(type))
                {
                    AddSchema(_view.ResolveMap(body)?["schema"]);
                }
            }
        }
    }

    private IEnumerable<ContractScalar> EnumValues(ContractNode? node) => node is null ? [] : SchemaParts.Of(_view, [node], SchemaParts.None)
        .SelectMany(part => part.ItemsOf("enum").OfType<ContractScalar>().Concat(EnumValues(part["items"])));

    private void AddSchema(ContractNode? node)
    {
        foreach (var schema in node is null ? [] : SchemaParts.Of(_view, [node], SchemaParts.All).Where(_seen.Add))
        {
            foreach (var value in schema.ItemsOf("enum"))
            {
                var json = JsonContractWriter.ToElement(value);
                _items.TryAdd(
                    (schema, CanonicalJson.Of(json)), (CoverageKind.EnumValue, $"{Subject.Of(_view, schema.Location.Pointer)}={JsonText.Describe(json)}"));
            }

            foreach (var (_, property) in schema.EntriesOf("properties"))
            {
                _items.TryAdd(property, (CoverageKind.Property, Subject.Of(_view, property.Location.Pointer)));
                AddSchema(property);
            }

            AddSchema(schema["items"]);
            schema.ItemsOf("prefixItems").ToList().ForEach(AddSchema);
            schema.EntriesOf("patternProperties").ToList().ForEach(entry => AddSchema(entry.Value));
            AddSchema(schema["additionalProperties"] as ContractMap);
        }
    }
}
