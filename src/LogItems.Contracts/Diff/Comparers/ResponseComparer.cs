using LogItems.Contracts.Diff.Detection;
using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>Compares the responses of an operation.</summary>
internal sealed class ResponseComparer(Comparison comparison)
{
    private readonly ContentComparer _contents = new(comparison);
    private readonly HeaderComparer _headers = new(comparison);

    public void Compare(ContractOperation before, ContractOperation after, ComparisonNode site)
    {
        var was = Responses(before, comparison.Before);
        var current = Responses(after, comparison.After);
        foreach (var (old, replacement) in Pairs(was, current))
        {
            was.Remove(old);
            current.Remove(replacement);
            if (old.Status != replacement.Status)
            {
                site.Add("response-success-status-changed", old.Map, replacement.Map, old.Status, replacement.Status);
            }

            Compare(old, replacement, site);
        }

        var (allBefore, allAfter) = (Responses(before, comparison.Before), Responses(after, comparison.After));
        foreach (var response in was)
        {
            site.Add(
                response.IsSuccess ? "response-success-status-removed" : "response-non-success-status-removed",
                response.Map, after.Map["responses"] ?? after.Map, response.Status, null);
            Compare(response, response.CoveredBy(allAfter), site);
        }

        foreach (var response in current)
        {
            site.Add(
                response.IsSuccess ? "response-success-status-added" : "response-non-success-status-added",
                before.Map["responses"] ?? before.Map, response.Map, null, response.Status);
            Compare(response.CoveredBy(allBefore), response, site);
        }
    }

    private void Compare(Response? before, Response? after, ComparisonNode site)
    {
        if (before is not null && after is not null)
        {
            _contents.Compare(before.Map, after.Map, SchemaLocation.ResponseBody, site);
            _headers.Compare(before.Map, after.Map, site);
        }
    }

    private static List<(Response Before, Response After)> Pairs(List<Response> before, List<Response> after)
    {
        var pairs = Renames.Find(before, after, response => response.Status, (one, other) => one.Status == other.Status ? 1 : 0);
        var removed = before.Except(pairs.Select(pair => pair.Before)).ToList();
        var added = after.Except(pairs.Select(pair => pair.After)).ToList();
        // Statuses without a body are indistinguishable; only a body shows that it is the same response.
        pairs.AddRange(Renames.Find(removed, added, response => response.Status, (one, other) =>
            one.IsSuccess && other.IsSuccess && one.Fingerprint is { Length: > 0 } body && body == other.Fingerprint ? 1 : 0));
        return pairs;
    }

    private static List<Response> Responses(ContractOperation operation, ShapeTable shapes) =>
    [
        .. operation.Map.EntriesOf("responses")
            .Where(entry => !entry.Key.StartsWith("x-", StringComparison.Ordinal))
            .Select(entry => (entry.Key, Map: shapes.Document.ResolveMap(entry.Value)))
            .Where(entry => entry.Map is not null)
            .Select(entry => new Response(entry.Key.ToUpperInvariant(), entry.Map!, shapes)),
    ];

    private sealed record Response(string Status, ContractMap Map, ShapeTable Shapes)
    {
        public bool IsSuccess => Status.StartsWith('2');

        /// <summary>The response for a status without its own description: that of its range, or the default.</summary>
        public Response? CoveredBy(List<Response> others) =>
            others.Find(other => Status[1..] != "XX" && other.Status == $"{Status[0]}XX")
            ?? (Status == "DEFAULT" ? null : others.Find(other => other.Status == "DEFAULT"));

        public string Fingerprint => string.Join('\n',
            from entry in Map.EntriesOf("content")
            let body = Shapes.FingerprintOfBody(Shapes.Document.ResolveMap(entry.Value))
            where body.Length > 0
            select $"{entry.Key} {body}");
    }
}
