using System.Globalization;

namespace LogItems.Contracts.Documents;

/// <summary>A node together with what it is, the key it stands under, and what it stands in.</summary>
internal sealed class Element
{
    private Element(ContractNode node, ElementKind kind, string key, Element? parent)
    {
        Node = node;
        Kind = kind;
        Key = key;
        Parent = parent;
    }

    public ContractNode Node { get; }

    public ElementKind Kind { get; }

    public string Key { get; }

    public Element? Parent { get; }

    public ContractMap? Map => Node as ContractMap;

    public bool IsSchema => OpenApiGrammar.IsSchema(Kind);

    /// <summary>The <c>$ref</c> if this is a reference object; everything beside it is ignored by OpenAPI 3.0.</summary>
    public ContractScalar? Reference =>
        OpenApiGrammar.MayBeReference(Kind) ? Map?["$ref"] as ContractScalar : null;

    /// <summary>The versions that the element's own annotations give it.</summary>
    public VersionSet OwnVersions => OpenApiGrammar.CarriesVersions(Kind) ? Annotation.VersionsOf(Node) : VersionSet.All;

    /// <summary>The versions that are left once everything around the element is considered.</summary>
    public VersionSet LexicalVersions => Parent is null ? OwnVersions : OwnVersions & Parent.LexicalVersions;

    public static Element Root(ContractDocument document) => new(document.Root, ElementKind.Document, "", null);

    /// <summary>The annotations on this element: a name that the author chose is none.</summary>
    public IEnumerable<KeyValuePair<string, ContractNode>> Annotations() => Map is null || Kind == ElementKind.Data
        ? []
        : Map.Entries.Where(entry => IsAnnotation(entry.Key, entry.Value));

    public bool IsAnnotation(string key, ContractNode value) =>
        Annotation.Names.Contains(key) && !(OpenApiGrammar.HasFreeNames(Kind) && value is ContractMap);

    public IEnumerable<Element> Children() => Node switch
    {
        ContractMap map => map.Entries.Select(entry => Child(entry.Key, entry.Value)),
        ContractList list => list.Items.Select((item, index) => Child(index.ToString(CultureInfo.InvariantCulture), item)),
        _ => [],
    };

    /// <summary>The element and everything in it, in the order of the document; foreign data is left out.</summary>
    public IEnumerable<Element> SelfAndDescendants()
    {
        yield return this;
        foreach (var child in Children().Where(child => child.Kind != ElementKind.Data))
        {
            foreach (var element in child.SelfAndDescendants())
            {
                yield return element;
            }
        }
    }

    private Element Child(string key, ContractNode node) => new(node, OpenApiGrammar.ChildOf(Kind, key), key, this);
}
