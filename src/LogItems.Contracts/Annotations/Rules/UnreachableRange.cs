using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Annotations.Rules;

internal sealed record UnreachableRange() : AnnotationRule(
    "unreachable-range", "A range has a version in common with what surrounds it and what refers to it.")
{
    internal override IEnumerable<Finding> Check(AnnotatedContract contract) =>
        from element in contract.Annotated
        where !element.OwnVersions.IsEmpty && element.OwnVersions != VersionSet.All
        let around = contract.Reach.Around(element)
        where !around.IsEmpty && (around & element.OwnVersions).IsEmpty
        select At(
            element.Map![Annotation.Since] ?? element.Map[Annotation.Until]!,
            $"This exists in {element.OwnVersions}, but what surrounds it exists only in {around}; widen the range or remove this.");
}
