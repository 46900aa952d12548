using LogItems.Contracts.Annotations.Rules;

namespace LogItems.Contracts.Annotations;

/// <summary>The rules for annotations.</summary>
public static class AnnotationRules
{
    /// <summary>Every rule, by id.</summary>
    public static IReadOnlyList<AnnotationRule> All { get; } =
    [
        new AnnotationBesideRef(),
        new DanglingReference(),
        new EmptyEnum(),
        new EmptyRange(),
        new MalformedAnnotation(),
        new MisplacedAnnotation(),
        new MissingResponse(),
        new MissingShape(),
        new UnknownEnumValue(),
        new UnknownRequiredProperty(),
        new UnknownVersion(),
        new UnreachableRange(),
    ];
}
