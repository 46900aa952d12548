using LogItems.Serialization.Readers;
using LogItems.Versions;

namespace LogItems.Models;

/// <summary>The links of a model as callers see them.</summary>
internal static class ResourceLinks
{
    /// <summary>The links of a model that keeps its server's address and, once they have been asked for, its links in one field.</summary>
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

    /// <summary>The links that lead somewhere, by relation.</summary>
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

    /// <summary>Adds what is wrong with the links: values that could not be read, and addresses that lead nowhere.</summary>
    public static IReadOnlyList<UnreadableValue> AddIssues(IReadOnlyList<UnreadableValue> own, IDictionary<string, Link>? links)
    {
        // A map that is made on demand was made of one without issues.
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
