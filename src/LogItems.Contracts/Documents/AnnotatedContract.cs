namespace LogItems.Contracts.Documents;

/// <summary>A document prepared for rules: its elements, and the versions in which each of them is reachable.</summary>
internal sealed class AnnotatedContract
{
    private readonly Dictionary<string, Element?> _targets = new(StringComparer.Ordinal);

    public AnnotatedContract(ContractDocument document)
    {
        Document = document;
        Elements = Element.Root(document).SelfAndDescendants();
        Annotated = [.. Elements.Where(element => element.IsAnnotated)];
        Schemas = [.. Elements.Where(element => element.IsSchema && element.Reference is null)];
        Reach = new VersionReach(this);
    }

    public ContractDocument Document { get; }

    public IReadOnlyList<Element> Elements { get; }

    /// <summary>The elements with annotations; empty in most documents, whose parts exist in all versions.</summary>
    public IReadOnlyList<Element> Annotated { get; }

    public IReadOnlyList<Element> Schemas { get; }

    public VersionReach Reach { get; }

    public Element Root => Elements[0];

    /// <summary>The direct target of a reference; null if it is in data that OpenAPI does not define.</summary>
    public Element? TargetOf(ContractScalar reference)
    {
        if (!_targets.TryGetValue(reference.Text, out var target))
        {
            _targets.Add(reference.Text, target = Find(reference.Text));
        }

        return target;
    }

    private Element? Find(string reference)
    {
        if (Document.FindReference(reference) is null)
        {
            return null;
        }

        var element = Root;
        foreach (var token in JsonPointer.Tokens(Uri.UnescapeDataString(reference[1..])))
        {
            element = element?.Child(token) is { Kind: not ElementKind.Data } child ? child : null;
        }

        return element;
    }
}
