using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record IgnoredBesideRef() : LintRule(
    "ignored-beside-ref", "A '$ref' has no siblings that OpenAPI ignores.", FindingLevel.Warn)
{
    internal override IEnumerable<Finding> Check(LintSubject subject) =>
        from element in subject.Elements
        where element.Reference is not null && element.Kind != ElementKind.PathItem
        from entry in element.Map!.Entries
        where !Counts(element, entry.Key, subject.Document) && !entry.Key.StartsWith("x-", StringComparison.Ordinal)
        select At(entry.Value, element.IsSchema
            ? $"'{NodeText.Shorten(entry.Key)}' is ignored beside '$ref'; wrap the '$ref' in 'allOf'."
            : $"'{NodeText.Shorten(entry.Key)}' is ignored beside '$ref'; write it into what is referred to.");

    // Since OpenAPI 3.1, all siblings count in schemas, and prose elsewhere.
    private static bool Counts(Element element, string key, ContractDocument document) =>
        key == "$ref" || (!document.IsOpenApi30 && (element.IsSchema || key is "summary" or "description"));
}
