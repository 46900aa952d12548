using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record MissingKey() : LintRule(
    "missing-key", "Every object has the keys that OpenAPI 3.0 requires of it.")
{
    internal override IEnumerable<Finding> Check(LintSubject subject) =>
        from item in OpenApiObjects.In(subject)
        from field in item.Fields.Values
        where field.IsRequired && !item.Map.Has(field.Name)
        orderby field.Name
        select At(item.Map, $"There is no '{field.Name}' here; OpenAPI 3.0 requires it.");
}
