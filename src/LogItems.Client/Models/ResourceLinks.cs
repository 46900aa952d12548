using LogItems.Serialization.Readers;
using LogItems.Versions;

namespace LogItems.Models;

/// <summary>Creates the public links of a model.</summary>
internal static class ResourceLinks
{
    /// <summary>The links of a model that keeps its server's address and, once they have been accessed, its links in one field.</summary>
    public static IReadOnlyDictionary<string, ResourceLink> Of(IDictionary<string, Link>? links, ref object? addressOrLinks)
    {
        if (addressOrLinks is not IReadOnlyDictionary<string, ResourceLink> computed)
        {
            var server = addressOrLinks as ServerAddress;
            addressOrLinks = computed = links is OnDemandMap<Link> { Template: { } template } map
                ? new TemplatedLinks(TemplatedLink.Of(template), map.Identifier, server)
                : Of(links, server);
        }

        return computed;
    }

    /// <summary>The resolvable links, by relation.</summary>
    private static Dictionary<string, ResourceLink> Of(IDictionary<string, Link>? links, ServerAddress? server)
    {
        var all = new Dictionary<string, ResourceLink>(StringComparer.Ordinal);
        if (links is not null)
        {
            foreach (var (relation, link) in links)
            {
                if (link.Href is { Length: > 0 } href && ResourcePath.IsResolvable(href))
                {
                    all[relation] = new ResourceLink(href, server);
                }
            }
        }

        return all;
    }

    /// <summary>Adds the issues of the links: values that could not be read, and addresses that cannot be resolved.</summary>
    public static IReadOnlyList<UnreadableValue> AddIssues(IReadOnlyList<UnreadableValue> own, IDictionary<string, Link>? links)
    {
        // A map that is created on demand is based on one without issues.
        if (links is null or OnDemandMap<Link>)
        {
            return own;
        }

        List<UnreadableValue>? all = null;
        foreach (var (relation, link) in links)
        {
            foreach (var issue in link.Issues)
            {
                (all ??= [.. own]).Add(issue with { Property = issue.Property.Length == 0 ? $"_links.{relation}" : $"_links.{relation}.{issue.Property}" });
            }

            if (link.Href is { Length: > 0 } href && !ResourcePath.IsResolvable(href))
            {
                (all ??= [.. own]).Add(new UnreadableValue($"_links.{relation}.href", href));
            }
        }

        return all ?? own;
    }
}
