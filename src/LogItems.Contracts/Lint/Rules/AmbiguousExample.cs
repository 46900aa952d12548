using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record AmbiguousExample() : LintRule(
    "ambiguous-example", "There is 'example' or 'examples', and in an example one of 'value', 'externalValue' and 'serializedValue', never both.")
{
    private static readonly (string One, string Other)[] Pairs =
    [
        ("example", "examples"), ("value", "externalValue"), ("value", "dataValue"), ("value", "serializedValue"),
        ("externalValue", "serializedValue"),
    ];

    internal override IEnumerable<Finding> Check(LintSubject subject) =>
        from item in OpenApiObjects.Of(subject.Document).In(subject)
        where !item.Element.IsSchema
        from pair in Pairs
        where item.Map.Has(pair.One) && item.Map.Has(pair.Other)
        select At(item.Map[pair.Other]!, $"'{pair.Other}' is beside '{pair.One}'; keep one of the two.");
}
