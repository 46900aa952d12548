using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Annotations.Rules;

internal sealed record MissingShape() : AnnotationRule(
    "missing-shape", "'x-shapes' has a shape for every version in which the body exists.")
{
    internal override IEnumerable<Finding> Check(AnnotatedContract contract) =>
        from element in contract.Annotated.Count == 0 ? [] : contract.Elements
        where element.Kind == ElementKind.Shapes && element.Node is ContractList
        let covered = element.Children().Aggregate(VersionSet.None, (versions, shape) => versions | shape.OwnVersions)
        let bare = contract.Reach.Of(element).Except(covered)
        where !bare.IsEmpty
        select At(element.Node, $"The body exists in {bare} but has no shape there; widen the range of a shape or add one.");
}
