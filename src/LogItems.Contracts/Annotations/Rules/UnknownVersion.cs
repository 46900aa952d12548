using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Annotations.Rules;

internal sealed record UnknownVersion() : AnnotationRule(
    "unknown-version", $"An annotation names a version that the API has: {ContractVersions.Range}.")
{
    private static readonly string[] Bounds = [Annotation.Since, Annotation.Until, Annotation.NullableSince];

    internal override IEnumerable<Finding> Check(AnnotatedContract contract) =>
        from element in contract.Annotated
        from annotation in element.Annotations()
        where Bounds.Contains(annotation.Key)
        let text = (annotation.Value as ContractScalar)?.Text
        let found = text is null ? "not a string" : $"'{NodeText.Shorten(text)}'"
        where !ContractVersions.TryParse(text, out _)
        select At(
            annotation.Value,
            $"'{NodeText.Shorten(annotation.Key)}' is {found}; write one of {ContractVersions.Range}.");
}
