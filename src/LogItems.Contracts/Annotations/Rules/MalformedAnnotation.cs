using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Annotations.Rules;

internal sealed record MalformedAnnotation() : AnnotationRule(
    "malformed-annotation", "'x-shapes' is a list of schemas and 'x-enum-versions' a map of ranges.")
{
    internal override IEnumerable<Finding> Check(AnnotatedContract contract) => (contract.Annotated.Count == 0 ? [] : contract.Elements).SelectMany(Check);

    private IEnumerable<Finding> Check(Element element) => element.Kind switch
    {
        ElementKind.Shapes when element.Node is not ContractList =>
            [At(element.Node, "'x-shapes' is not a list; write one entry for each shape.")],
        ElementKind.Shape when element.Map?["schema"] is not ContractMap =>
            [At(element.Node, "This shape has no 'schema'; write the schema of the body.")],
        ElementKind.EnumVersions when element.Map is null =>
            [At(element.Node, "'x-enum-versions' is not a map; write the enum value as key and its range as value.")],
        ElementKind.EnumVersion when element.Map is null || element.Map.Entries.Any(entry => !IsBound(entry.Key)) =>
            [At(element.Node, $"The range of '{NodeText.Shorten(element.Key)}' has keys other than 'x-since' and 'x-until'.")],
        _ => [],
    };

    private static bool IsBound(string key) => key is Annotation.Since or Annotation.Until;
}
