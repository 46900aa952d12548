using System.Globalization;

namespace LogItems.Contracts.Documents;

/// <summary>A node with its kind, its key and its parent.</summary>
internal sealed class Element
{
    private Element[]? _children;

    private Element(ContractNode node, ElementKind kind, string key, Element? parent)
    {
        Node = node;
        Kind = kind;
        Key = key;
        Parent = parent;
        Reference = OpenApiGrammar.MayBeReference(kind) ? Map?["$ref"] as ContractScalar : null;
    }

    public ContractNode Node { get; }

    public ElementKind Kind { get; }

    public string Key { get; }

    public Element? Parent { get; }

    /// <summary>The path item of an operation, whether it is in a field of its own or under <c>additionalOperations</c>.</summary>
    public Element? PathItem => Parent is { Kind: ElementKind.Operations } additional ? additional.Parent : Parent;

    public ContractMap? Map => Node as ContractMap;

    public bool IsSchema => OpenApiGrammar.IsSchema(Kind);

    /// <summary>The <c>$ref</c> if this is a reference object; everything beside it is ignored by OpenAPI 3.0.</summary>
    public ContractScalar? Reference { get; }

    /// <summary>The versions of the element according to its own annotations.</summary>
    public VersionSet OwnVersions => OpenApiGrammar.CarriesVersions(Kind) ? Annotation.VersionsOf(Node) : VersionSet.All;

    /// <summary>The versions that remain when all enclosing elements are considered.</summary>
    public VersionSet LexicalVersions => Parent is null ? OwnVersions : OwnVersions & Parent.LexicalVersions;

    /// <summary>The elements of a document, shared by all of its concurrent users.</summary>
    public static Element Root(ContractDocument document)
    {
        if (document.Elements?.TryGetTarget(out var known) == true)
        {
            return known;
        }

        var root = new Element(document.Root, ElementKind.Document, "", null);
        document.Elements = new(root);
        return root;
    }

    /// <summary>Gets whether there are annotations on this element.</summary>
    public bool IsAnnotated
    {
        get
        {
            if (Kind != ElementKind.Data && Node is ContractMap map)
            {
                foreach (ref readonly var entry in map.Span)
                {
                    if (entry.Key is ['x', '-', ..] && IsAnnotation(entry.Key, entry.Value))
                    {
                        return true;
                    }
                }
            }

            return false;
        }
    }

    /// <summary>The annotations on this element; a name chosen by the author is not an annotation.</summary>
    public IEnumerable<KeyValuePair<string, ContractNode>> Annotations() => Map is null || Kind == ElementKind.Data
        ? []
        : Map.Entries.Where(entry => IsAnnotation(entry.Key, entry.Value));

    public bool IsAnnotation(string key, ContractNode value) =>
        Annotation.Names.Contains(key) && !(OpenApiGrammar.HasFreeNames(Kind) && value is ContractMap);

    public IReadOnlyList<Element> Children() => _children ??= MakeChildren();

    /// <summary>The element under a key, or at an index; null if absent.</summary>
    public Element? Child(string key)
    {
        _children ??= MakeChildren();
        return Array.Find(_children, child => child.Key == key);
    }

    /// <summary>The element and its descendants, in the order of the document; data that OpenAPI does not define is omitted.</summary>
    public IReadOnlyList<Element> SelfAndDescendants()
    {
        var all = new List<Element>();
        AddTo(all);
        return all;
    }

    private void AddTo(List<Element> all)
    {
        all.Add(this);
        foreach (var child in _children ??= MakeChildren())
        {
            if (child.Kind != ElementKind.Data)
            {
                child.AddTo(all);
            }
        }
    }

    private Element[] MakeChildren()
    {
        switch (Node)
        {
            case ContractMap map:
                var entries = map.Span;
                var children = entries.Length == 0 ? [] : new Element[entries.Length];
                for (var index = 0; index < children.Length; index++)
                {
                    children[index] = Child(entries[index].Key, entries[index].Value);
                }

                return children;
            case ContractList list:
                return [.. list.Items.Select((item, index) => Child(index.ToString(CultureInfo.InvariantCulture), item))];
            default:
                return [];
        }
    }

    private Element Child(string key, ContractNode node) => new(node, OpenApiGrammar.ChildOf(Kind, key), key, this);
}
