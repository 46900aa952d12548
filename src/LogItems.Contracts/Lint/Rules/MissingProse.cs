using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record MissingProse() : LintRule(
    "missing-prose", "Every operation, parameter, body, property and named schema has a description, which becomes the SDK's documentation.",
    FindingLevel.Warn)
{
    internal override IEnumerable<Finding> Check(LintSubject subject) =>
        from element in subject.Elements
        let noun = NounOf(element)
        where noun is not null && !HasProse(element.Map!)
        select At(element.Node, $"The {noun} '{NodeText.Shorten(NameOf(element))}' has no description; describe it.");

    private static string? NounOf(Element element) => element is { Reference: not null } or { Map: null } ? null : element.Kind switch
    {
        ElementKind.Operation => "operation",
        ElementKind.Parameter => "parameter",
        ElementKind.Header => "header",
        // A missing description violates OpenAPI itself, which another rule reports.
        ElementKind.Response when element.Map.Has("description") => "response",
        ElementKind.Property => "property",
        ElementKind.ComponentSchema => "schema",
        _ => null,
    };

    private static string NameOf(Element element) => element.Kind switch
    {
        ElementKind.Operation => $"{element.Key.ToUpperInvariant()} {element.PathItem!.Key}",
        ElementKind.Parameter => element.Map!.TextOf("name") ?? element.Key,
        _ => element.Key,
    };

    private static bool HasProse(ContractMap map) => IsText(map["description"]) || IsText(map["summary"]);

    private static bool IsText(ContractNode? node) => node is ContractScalar { IsString: true } text && !string.IsNullOrWhiteSpace(text.Text);
}
