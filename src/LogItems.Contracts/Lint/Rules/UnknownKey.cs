using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Lint.Rules;

internal sealed record UnknownKey() : LintRule(
    "unknown-key", "Every key is one that OpenAPI 3.0 knows at its place, or an extension (x-).")
{
    internal override IEnumerable<Finding> Check(LintSubject subject) =>
        from item in OpenApiObjects.In(subject)
        from entry in item.Map.Entries
        where !item.Fields.ContainsKey(entry.Key) && !entry.Key.StartsWith("x-", StringComparison.Ordinal)
        select At(entry.Value, $"OpenAPI 3.0 has no '{NodeText.Shorten(entry.Key)}' here{Suggestion(entry.Key, item.Fields.Keys)}.");

    private static string Suggestion(string key, IEnumerable<string> known)
    {
        const double Alike = 0.6;
        var closest = known.MaxBy(name => Renames.Likeness(name, key));
        return closest is not null && Renames.Likeness(closest, key) >= Alike ? $"; perhaps '{closest}' is meant" : "";
    }
}
