using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Annotations.Rules;

internal sealed record EmptyRange() : AnnotationRule(
    "empty-range", "A range does not end before it begins.")
{
    internal override IEnumerable<Finding> Check(AnnotatedContract contract) =>
        from element in contract.Annotated
        where OpenApiGrammar.CarriesVersions(element.Kind) && element.Map is not null
        let since = Annotation.Bound(element.Map!, Annotation.Since)
        let until = Annotation.Bound(element.Map!, Annotation.Until)
        where since > until
        select At(element.Map![Annotation.Since]!, $"The range begins with v{since} and ends with v{until}; swap or correct the two.");
}
