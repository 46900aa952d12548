using LogItems.Serialization.Readers;
using LogItems.Versions;

namespace LogItems.Models;

/// <summary>A link that is the same for many objects except for their identifiers: its address and its path are parsed once.</summary>
internal sealed class TemplatedLink
{
    private readonly LinkTemplate<Link> _template;
    private readonly string _href;
    private readonly bool _hasIdentifier;
    private string? _path;
    private ResourceLink? _same;

    private TemplatedLink(LinkTemplate<Link> template, string relation, string href)
    {
        (_template, Relation, _href) = (template, relation, href);
        _hasIdentifier = !ReferenceEquals(template.TextFor(href, Guid.Empty), href);
    }

    public string Relation { get; }

    /// <summary>The resolvable links of a template.</summary>
    public static TemplatedLink[] Of(LinkTemplate<Link> template)
    {
        if (template.Derived is TemplatedLink[] known)
        {
            return known;
        }

        var links = new List<TemplatedLink>();
        foreach (var (relation, link) in template.Entries)
        {
            if (link.Href is { Length: > 0 } href)
            {
                links.Add(new TemplatedLink(template, relation, href));
            }
        }

        template.Derived = known = [.. links];
        return known;
    }

    /// <summary>The link of one object; one shared instance if it is the same for all.</summary>
    public ResourceLink For(Guid identifier, ServerAddress? server)
    {
        if (_hasIdentifier)
        {
            return new ResourceLink(this, identifier, server);
        }

        var same = _same;
        return same is not null && same.IsOf(server) ? same : _same = new ResourceLink(_href, server);
    }

    public string HrefFor(Guid identifier) => _template.TextFor(_href, identifier);

    /// <remarks>No resource name contains an identifier, so the path is spelled the same for all objects.</remarks>
    public string PathFor(Guid identifier) => _template.TextFor(_path ??= ResourcePath.Of(_href), identifier);
}
