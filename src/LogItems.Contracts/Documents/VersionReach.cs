using System.Runtime.InteropServices;

namespace LogItems.Contracts.Documents;

/// <summary>The versions in which each element is reachable: it exists, its parents exist, and something that exists
/// refers to it.</summary>
internal sealed class VersionReach
{
    private readonly AnnotatedContract _contract;
    private readonly Dictionary<Element, (VersionSet Asked, VersionSet Reached)> _found = new(ReferenceEqualityComparer.Instance);

    public VersionReach(AnnotatedContract contract)
    {
        _contract = contract;
        if (contract.Annotated.Count == 0)
        {
            return;
        }

        foreach (var child in contract.Root.Children().Where(child => child.Kind != ElementKind.Components))
        {
            Visit(child, VersionSet.All);
        }

        // Unreferenced components are considered on their own.
        foreach (var component in contract.Elements.Where(IsUnusedComponent).ToList())
        {
            Visit(component, VersionSet.All);
        }
    }

    /// <summary>The versions in which the element is reachable.</summary>
    public VersionSet Of(Element element) => _contract.Annotated.Count > 0 ? _found.GetValueOrDefault(element).Reached
        : IsBesideReference(element) ? VersionSet.None
        : VersionSet.All;

    /// <summary>The versions in which the parent of the element, or a reference to it, is reachable.</summary>
    public VersionSet Around(Element element) => _contract.Annotated.Count > 0 ? _found.GetValueOrDefault(element).Asked
        : IsBesideReference(element) ? VersionSet.None
        : VersionSet.All;

    // Without annotations, everything is reachable in all versions, except siblings of a reference.
    private static bool IsBesideReference(Element element)
    {
        for (var owner = element.Parent; owner is not null; owner = owner.Parent)
        {
            if (owner.Reference is not null)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsUnusedComponent(Element element) =>
        element.Parent?.Parent?.Kind == ElementKind.Components && !_found.ContainsKey(element);

    private void Visit(Element element, VersionSet versions)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_found, element, out _);
        var here = versions & element.OwnVersions;
        var before = entry.Reached;
        entry = (entry.Asked | versions, before | here);
        if (here.Except(before).IsEmpty)
        {
            return;
        }

        if (element.Reference is { } reference)
        {
            VisitTarget(reference, here);
            return;
        }

        foreach (var child in element.Children())
        {
            if (IsOnTheWire(element, child))
            {
                Visit(child, here);
            }
        }
    }

    private void VisitTarget(ContractScalar reference, VersionSet versions)
    {
        if (_contract.TargetOf(reference) is { } target)
        {
            Visit(target, versions & (target.Parent?.LexicalVersions ?? VersionSet.All));
        }
    }

    // If there are shapes, the schema is only the SDK's model, not a body of any version.
    private static bool IsOnTheWire(Element parent, Element child) =>
        child.Kind != ElementKind.Data
        && !(parent.Kind == ElementKind.MediaType && child.Key == "schema" && parent.Map!.Has(Annotation.Shapes));
}
