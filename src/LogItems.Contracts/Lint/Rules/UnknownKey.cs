using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record UnknownKey() : LintRule(
    "unknown-key", "Every key is one that the document's version of OpenAPI defines there, or an extension (x-).")
{
    internal override IEnumerable<Finding> Check(LintSubject subject)
    {
        var objects = OpenApiObjects.Of(subject.Document);
        return
            from item in objects.In(subject)
            from entry in item.Map.Entries
            where !item.Fields.ContainsKey(entry.Key) && !entry.Key.StartsWith("x-", StringComparison.Ordinal)
            let found = At(
                entry.Value, $"OpenAPI {objects.Version} has no '{NodeText.Shorten(entry.Key)}' here{Suggestion(entry.Key, item.Fields.Keys)}.")
            // JSON Schema allows any keyword and ignores those it does not know.
            select item.Element.IsSchema && !subject.Document.IsOpenApi30 ? found with { Level = FindingLevel.Warn } : found;
    }

    private static string Suggestion(string key, IEnumerable<string> known)
    {
        const double Alike = 0.6;
        var closest = known.MaxBy(name => Renames.Similarity(name, key));
        return closest is not null && Renames.Similarity(closest, key) >= Alike ? $"; did you mean '{closest}'?" : "";
    }
}
