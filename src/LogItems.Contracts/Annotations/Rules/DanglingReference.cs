using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Annotations.Rules;

internal sealed record DanglingReference() : AnnotationRule(
    "dangling-reference", "The target of a '$ref' exists in every version in which the '$ref' is used.")
{
    internal override IEnumerable<Finding> Check(AnnotatedContract contract) =>
        from element in contract.Annotated.Count == 0 ? [] : contract.Elements
        where element.Reference is not null && !FollowsItsTarget(element)
        let target = contract.TargetOf(element.Reference!)
        where target is not null
        let missing = contract.Reach.Of(element).Except(target.LexicalVersions)
        where !missing.IsEmpty
        select At(
            element.Reference!,
            $"'{NodeText.Shorten(element.Reference!.Text)}' does not exist in {missing}, where it is used; annotate what uses it, or widen its range.");

    // Nothing can be annotated beside '$ref', so a referenced parameter or response has its own range.
    private static bool FollowsItsTarget(Element element) => element.Kind is ElementKind.Parameter or ElementKind.Response;
}
