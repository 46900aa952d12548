using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Annotations.Rules;

internal sealed record MisplacedAnnotation() : AnnotationRule(
    "misplaced-annotation", "An annotation is only where it has a meaning.")
{
    internal override IEnumerable<Finding> Check(AnnotatedContract contract) =>
        from element in contract.Annotated
        where element.Reference is null
        from annotation in element.Annotations()
        let location = LocationOf(annotation.Key)
        where !location.Fits(element)
        select At(annotation.Value, $"'{NodeText.Shorten(annotation.Key)}' has no meaning here; it belongs {location.Name}.");

    private static (Func<Element, bool> Fits, string Name) LocationOf(string annotation) => annotation switch
    {
        Annotation.Shapes =>
            (element => element.Kind == ElementKind.MediaType && element.Map!.Has("schema"), "beside 'schema' in a media type"),
        Annotation.EnumVersions =>
            (element => element.IsSchema && element.Map!.Has("enum"), "beside 'enum' in a schema"),
        Annotation.NullableSince =>
            (element => element.IsSchema && Annotation.AdmitsNull(element.Map!), "beside 'nullable: true', or a 'type' with null, in a schema"),
        _ =>
            (element => OpenApiGrammar.CarriesVersions(element.Kind),
            "on an operation, parameter, response, property, component schema, example of a body, shape or enum value"),
    };
}
