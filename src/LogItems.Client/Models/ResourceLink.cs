namespace LogItems;

/// <summary>The address of a related resource.</summary>
/// <remarks>The client never follows a link by itself.</remarks>
public sealed class ResourceLink
{
    /// <summary>Servers write paths in lower case from v5 on, and match them without regard to case.</summary>
    private static readonly string[] ResourceNames = ["JobSessions", "LogItems", "DataRetrievalSessions"];

    private ResourceLink(string href, ServerAddress? server)
    {
        Href = href;
        Path = PathOf(new Uri(new Uri("https://server/"), href).AbsolutePath);
        var root = server?.Root;
        Address = Uri.TryCreate(href, UriKind.Absolute, out var absolute) && absolute.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? absolute
            : root is null ? null : new Uri(root, href);
        IsOnServer = Address is not null && server?.IsOriginOf(Address) == true;
    }

    /// <summary>The address as it was sent: absolute in v5 and earlier, relative from v6 on.</summary>
    public string Href { get; }

    /// <summary>The path below the version, in the contract's spelling, the same in every version: <c>/JobSessions/be376069-…</c>.</summary>
    public string Path { get; }

    /// <summary>The absolute address; null for a relative one of a model that did not come from a server.</summary>
    public Uri? Address { get; }

    /// <summary>Whether it leads to the server that it came from: same scheme, host and port. A token must not go anywhere else.</summary>
    public bool IsOnServer { get; }

    /// <summary>The address as it was sent.</summary>
    public override string ToString() => Href;

    internal static IReadOnlyDictionary<string, ResourceLink> All(IDictionary<string, Link>? links, ServerAddress? server)
    {
        var all = new Dictionary<string, ResourceLink>(StringComparer.Ordinal);
        foreach (var (relation, link) in links ?? new Dictionary<string, Link>())
        {
            if (Uri.TryCreate(link.Href, UriKind.RelativeOrAbsolute, out _) && link.Href is { Length: > 0 } href)
            {
                all[relation] = new ResourceLink(href, server);
            }
        }

        return all;
    }

    internal static IReadOnlyList<UnreadableValue> AddIssues(IReadOnlyList<UnreadableValue> own, IDictionary<string, Link>? links)
    {
        // A map that is made on demand was made of one without issues.
        if (links is null or IOnDemand || links.Values.All(link => link.Issues.Count == 0))
        {
            return own;
        }

        return [.. own, .. links.SelectMany(entry => entry.Value.Issues.Select(issue =>
            issue with { Property = issue.Property.Length == 0 ? $"_links.{entry.Key}" : $"_links.{entry.Key}.{issue.Property}" }))];
    }

    /// <summary>A path without its version, with the names of resources in the contract's spelling.</summary>
    private static string PathOf(string path)
    {
        var segments = path.Split('/').ToList();
        if (ServerAddress.IsVersion(segments[1]))
        {
            segments.RemoveAt(1);
        }

        return string.Join("/", segments.Select(segment =>
            Array.Find(ResourceNames, name => name.Equals(segment, StringComparison.OrdinalIgnoreCase)) ?? segment));
    }
}
