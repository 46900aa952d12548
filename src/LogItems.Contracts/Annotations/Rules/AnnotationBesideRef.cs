using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Annotations.Rules;

internal sealed record AnnotationBesideRef() : AnnotationRule(
    "annotation-beside-ref", "No annotation is beside '$ref', where OpenAPI 3.0 ignores it.")
{
    internal override IEnumerable<Finding> Check(AnnotatedContract contract) =>
        from element in contract.Annotated
        where element.Reference is not null
        from annotation in element.Annotations()
        let remedy = element.IsSchema ? "wrap the '$ref' in 'allOf'" : "annotate the component instead"
        select At(annotation.Value, $"'{NodeText.Shorten(annotation.Key)}' is ignored beside '$ref'; {remedy}.");
}
