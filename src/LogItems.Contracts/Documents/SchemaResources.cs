namespace LogItems.Contracts.Documents;

/// <summary>Rewrites references that are resolved by <c>$self</c>, or in JSON Schema 2020-12 by <c>$id</c>, <c>$anchor</c> and
/// <c>$dynamicAnchor</c>, as pointers into the document, so that later code need not know base addresses.</summary>
internal sealed class SchemaResources
{
    private static readonly string[] References = ["$ref", "$dynamicRef"];
    private static readonly string[] Names = ["$self", "$id", "$anchor", "$dynamicAnchor"];
    private static readonly string[] Anchors = ["$anchor", "$dynamicAnchor"];
    private static readonly Uri Unnamed = new("https://document.invalid/");

    private readonly Dictionary<string, string> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Resource, string Name), (string Pointer, bool IsDynamic)> _anchors = [];

    private SchemaResources()
    {
    }

    /// <summary>Converts references to local ones if their targets are in the document.</summary>
    public static ContractMap WithLocalReferences(ContractMap root)
    {
        var document = new ContractDocument(root, root.Location.File);
        if (document.IsOpenApi30 || !Array.Exists(Names, root.HasAnywhere))
        {
            return root;
        }

        var start = Element.Root(document);
        var resources = new SchemaResources();
        resources.Collect(start, Unnamed);
        return resources is { _resources.Count: 1, _anchors.Count: 0 } && !root.Has("$self") ? root : (ContractMap)resources.Rewrite(start, Unnamed);
    }

    private void Collect(Element element, Uri parent)
    {
        var address = AddressOf(element, parent);
        if (element.Parent is null || address != parent)
        {
            _resources.TryAdd(address.AbsoluteUri, PointerTo(element));
        }

        foreach (var anchor in element.IsSchema ? Anchors : [])
        {
            if (element.Map?.TryGetString(anchor, out var name) == true)
            {
                _anchors.TryAdd((address.AbsoluteUri, name), (PointerTo(element), anchor == "$dynamicAnchor"));
            }
        }

        foreach (var child in element.Children())
        {
            if (child.Kind != ElementKind.Data)
            {
                Collect(child, address);
            }
        }
    }

    private static string PointerTo(Element element) =>
        element.Parent is null ? "" : JsonPointer.Append(PointerTo(element.Parent), element.Key);

    private static Uri AddressOf(Element element, Uri parent) =>
        (element.Parent is null || element.IsSchema) && element.Map?.TryGetString(element.Parent is null ? "$self" : "$id", out var id) == true
        && Uri.TryCreate(parent, id.TrimEnd('#'), out var address)
            ? address
            : parent;

    private ContractNode Rewrite(Element element, Uri parent)
    {
        var address = AddressOf(element, parent);
        return element.Node switch
        {
            ContractMap map when element.Kind != ElementKind.Data => new ContractMap(
                [.. element.Children().Select(child => MayRefer(element) && References.Contains(child.Key)
                    ? Local(child.Key, child.Node, address, map)
                    : KeyValuePair.Create(child.Key, Rewrite(child, address)))], map.Location),
            ContractList list when element.Kind != ElementKind.Data =>
                new ContractList([.. element.Children().Select(child => Rewrite(child, address))], list.Location),
            var node => node,
        };
    }

    // With the address that a document declares for itself, all of its parts can be referenced.
    private static bool MayRefer(Element element) => OpenApiGrammar.MayBeReference(element.Kind);

    private KeyValuePair<string, ContractNode> Local(string keyword, ContractNode reference, Uri address, ContractMap schema)
    {
        if (reference is not ContractScalar { IsString: true } text || !Uri.TryCreate(address, text.Text, out var target)
            || PointerOf(target) is not { } pointer)
        {
            return new(keyword, reference);
        }

        // A dynamic reference to anything but a dynamic anchor is an ordinary reference.
        var isDynamic = keyword == "$dynamicRef" && (IsDynamic(target) || schema.Has("$ref"));
        return new(
            isDynamic ? keyword : "$ref",
            new ContractScalar(ScalarKind.String, $"#{pointer.Replace("%", "%25", StringComparison.Ordinal)}", reference.Location));
    }

    private bool IsDynamic(Uri target) =>
        _anchors.TryGetValue((target.AbsoluteUri.Split('#')[0], Uri.UnescapeDataString(target.Fragment.TrimStart('#'))), out var anchor) && anchor.IsDynamic;

    private string? PointerOf(Uri target)
    {
        var fragment = Uri.UnescapeDataString(target.Fragment.TrimStart('#'));
        var resource = target.AbsoluteUri.Split('#')[0];
        return fragment.Length > 0 && fragment[0] != '/'
            ? _anchors.GetValueOrDefault((resource, fragment)).Pointer
            : _resources.TryGetValue(resource, out var pointer) ? pointer + fragment : null;
    }
}
