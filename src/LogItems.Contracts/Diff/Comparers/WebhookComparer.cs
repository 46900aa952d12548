using LogItems.Contracts.Diff.Detection;
using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>Compares the requests that the service itself sends: their bodies reach callers as responses do, and the responses to
/// them are what callers send.</summary>
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
        var site = Site(before);
        DeprecationRules.OfOperations.Compare(before.Map, after.Map, site);
        if (comparison.Before.Document.ResolveMap(before.Map["requestBody"]) is { } was
            && comparison.After.Document.ResolveMap(after.Map["requestBody"]) is { } current)
        {
            _contents.Compare(was, current, SchemaLocation.ResponseBody, site);
        }

        foreach (var (status, response) in before.Map.EntriesOf("responses"))
        {
            if (comparison.Before.Document.ResolveMap(response) is { } old
                && comparison.After.Document.ResolveMap((after.Map["responses"] as ContractMap)?[status]) is { } replacement)
            {
                _contents.Compare(old, replacement, SchemaLocation.RequestBody, site);
            }
        }
    }

    private ComparisonNode Site(ContractOperation webhook) =>
        comparison.NewSite(ComparisonNode.OfOperation(new ComparedOperation($"webhook {webhook.Name}", Stability.Of(webhook.Map).IsPromised)));

    private static Dictionary<string, ContractOperation> Webhooks(ContractDocument document) =>
        ContractOperation.Webhooks(document).ToDictionary(webhook => webhook.Name, StringComparer.Ordinal);
}
