namespace LogItems.Contracts.Documents;

/// <summary>A document as the rules see it: its elements, and the versions each of them is reached in.</summary>
internal sealed class AnnotatedContract
{
    private readonly Dictionary<ContractNode, Element> _byNode;
    private List<Element>? _schemas;

    public AnnotatedContract(ContractDocument document)
    {
        Document = document;
        Elements = Element.Root(document).SelfAndDescendants();
        _byNode = new(Elements.Count, ReferenceEqualityComparer.Instance);
        foreach (var element in Elements)
        {
            _byNode.Add(element.Node, element);
        }

        Reach = new VersionReach(this);
    }

    public ContractDocument Document { get; }

    public IReadOnlyList<Element> Elements { get; }

    public VersionReach Reach { get; }

    public Element Root => Elements[0];

    public IEnumerable<Element> Schemas => _schemas ??= [.. Elements.Where(element => element.IsSchema && element.Reference is null)];

    /// <summary>The element that a reference leads to in one step; null if it leads into data of others.</summary>
    public Element? TargetOf(ContractScalar reference) =>
        Document.FindReference(reference.Text) is { } node ? _byNode.GetValueOrDefault(node) : null;
}
