using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Annotations.Rules;

internal sealed record MissingResponse() : AnnotationRule(
    "missing-response", "An operation has a response in every version in which it exists.")
{
    internal override IEnumerable<Finding> Check(AnnotatedContract contract) =>
        from element in contract.Elements
        where element.Kind == ElementKind.Responses && element.Map is not null
        let covered = element.Children().Aggregate(VersionSet.None, (versions, response) => versions | VersionsOf(contract, response))
        let bare = contract.Reach.Of(element).Except(covered)
        where !bare.IsEmpty
        select At(element.Node, $"The operation exists in {bare} but has no response there; widen the range of a response.");

    private static VersionSet VersionsOf(AnnotatedContract contract, Element response) =>
        response.Kind != ElementKind.Response ? VersionSet.None
        : response.Reference is { } reference ? contract.TargetOf(reference)?.LexicalVersions ?? VersionSet.All
        : response.OwnVersions;
}
