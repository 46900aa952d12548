using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

/// <summary>The <c>$dynamicAnchor</c>s of each schema resource, by which <c>$dynamicRef</c> resolves to the outermost resource that has one.</summary>
internal sealed class DynamicAnchors
{
    private readonly Dictionary<ContractNode, Dictionary<string, ContractNode>> _bySchema = new(ReferenceEqualityComparer.Instance);
    private bool _isEmpty = true;

    private DynamicAnchors()
    {
    }

    /// <summary>The anchors of a document; null if it has none, like most.</summary>
    public static DynamicAnchors? Of(ContractDocument document)
    {
        if (document.IsOpenApi30 || !document.Root.HasAnywhere("$dynamicAnchor"))
        {
            return null;
        }

        var anchors = new DynamicAnchors();
        anchors.Collect(Element.Root(document), new(StringComparer.Ordinal));
        return anchors._isEmpty ? null : anchors;
    }

    /// <summary>The anchors of the resource that a schema is part of.</summary>
    public Dictionary<string, ContractNode>? ResourceOf(ContractMap schema) => _bySchema.GetValueOrDefault(schema);

    private void Collect(Element element, Dictionary<string, ContractNode> resource)
    {
        if (element is { IsSchema: true, Map: { } schema })
        {
            resource = schema.Has("$id") ? new(StringComparer.Ordinal) : resource;
            _bySchema.TryAdd(schema, resource);
            if (schema.TryGetString("$dynamicAnchor", out var name))
            {
                _isEmpty &= !resource.TryAdd(name, schema);
            }
        }

        foreach (var child in element.Children().Where(child => child.Kind != ElementKind.Data))
        {
            Collect(child, resource);
        }
    }
}
