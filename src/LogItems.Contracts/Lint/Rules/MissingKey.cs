using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record MissingKey() : LintRule(
    "missing-key", "Every object has the keys that the document's version of OpenAPI requires of it.")
{
    private static readonly string[] Contents = ["paths", "components", "webhooks"];

    internal override IEnumerable<Finding> Check(LintSubject subject)
    {
        var objects = OpenApiObjects.Of(subject.Document);
        var missing =
            from item in objects.In(subject)
            from field in objects.RequiredOf(item.Element)
            where !item.Map.Has(field.Name)
            orderby field.Name
            select At(item.Map, $"There is no '{field.Name}' here; OpenAPI {objects.Version} requires it.");
        return subject.Document is { IsOpenApi30: false, Root: var root } && !Array.Exists(Contents, root.Has)
            ? missing.Append(At(root, $"There is no 'paths', 'components' or 'webhooks' here; OpenAPI {objects.Version} requires one."))
            : missing;
    }
}
