using System.Globalization;
using LogItems.Contracts.Diff.Detection;
using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>Compares the requests that the service itself sends: their bodies reach callers like responses, and the responses to
/// them are sent by callers.</summary>
internal sealed class WebhookComparer(Comparison comparison)
{
    private readonly ContentComparer _contents = new(comparison);

    public void Compare()
    {
        var (before, after) = (comparison.Before.Document, comparison.After.Document);
        var (was, current) = (Webhooks(before), Webhooks(after));
        foreach (var (name, webhook) in was)
        {
            if (current.TryGetValue(name, out var counterpart))
            {
                Compare(webhook, counterpart);
            }
            else
            {
                Site(webhook).Add("webhook-removed", webhook.Map, after.Root["webhooks"] ?? after.Root, name, null);
            }
        }

        foreach (var (name, webhook) in current.Where(webhook => !was.ContainsKey(webhook.Key)))
        {
            Site(webhook).Add("webhook-added", before.Root["webhooks"] ?? before.Root, webhook.Map, null, name);
        }
    }

    private void Compare(ContractOperation before, ContractOperation after)
    {
        if (comparison.Unchanged.Are(before.Map, after.Map))
        {
            return;
        }

        var site = Site(before);
        DeprecationRules.OfOperations.Compare(before.Map, after.Map, site);
        _contents.Compare(
            comparison.Before.Document.ResolveMap(before.Map["requestBody"]) ?? Nothing(before.Map),
            comparison.After.Document.ResolveMap(after.Map["requestBody"]) ?? Nothing(after.Map),
            SchemaLocation.ResponseBody, site);
        foreach (var status in before.Map.EntriesOf("responses").Concat(after.Map.EntriesOf("responses")).Select(entry => entry.Key).Distinct())
        {
            var (was, current) = (ResponseOf(before, status, comparison.Before.Document), ResponseOf(after, status, comparison.After.Document));
            if (status != "default" || (was is not null && current is not null))
            {
                _contents.Compare(was ?? Nothing(before.Map), current ?? Nothing(after.Map), SchemaLocation.RequestBody, site);
                CompareStatus(before, after, (status, was, current), site);
            }
        }
    }

    // If there is a body, the added or removed body is reported instead.
    private static void CompareStatus(
        ContractOperation before, ContractOperation after, (string Name, ContractMap? Was, ContractMap? Is) status, ComparisonNode site)
    {
        if (status is { Was: null, Is: { } added } && added.EntriesOf("content").Count == 0)
        {
            site.Add("webhook-response-status-added", before.Map["responses"] ?? before.Map, added, null, status.Name);
        }
        else if (status is { Is: null, Was: { } removed } && removed.EntriesOf("content").Count == 0)
        {
            var (wire, consequence) = status.Name.StartsWith('2')
                ? (FindingLevel.Error, "receivers that answer with it count as failed")
                : (FindingLevel.Info, "the service takes it for any other failure");
            site.Add("webhook-response-status-removed", removed, after.Map["responses"] ?? after.Map, status.Name, null, wire, consequence);
        }
    }

    // The response of the status itself, or else of its range or the default; for a range, that of a status in it.
    private static ContractMap? ResponseOf(ContractOperation webhook, string status, ContractDocument document) =>
        document.ResolveMap((webhook.Map["responses"] as ContractMap)?[status])
        ?? (int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? webhook.ResponseOf(number, document)?.Map
            : document.ResolveMap(webhook.Map.EntriesOf("responses").FirstOrDefault(entry => entry.Key[0] == status[0]).Value));

    private static ContractMap Nothing(ContractMap owner) => new([], owner.Location);

    private ComparisonNode Site(ContractOperation webhook) =>
        comparison.NewSite(ComparisonNode.OfOperation(new ComparedOperation($"webhook {webhook.Name}", Stability.Of(webhook.Map).IsPromised)));

    private static Dictionary<string, ContractOperation> Webhooks(ContractDocument document) =>
        ContractOperation.Webhooks(document).DistinctBy(webhook => webhook.Name).ToDictionary(webhook => webhook.Name, StringComparer.Ordinal);
}
