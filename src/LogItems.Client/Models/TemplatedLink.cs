using LogItems.Serialization.Readers;
using LogItems.Versions;

namespace LogItems.Models;

/// <summary>A link that many objects have alike, but for their identifiers: its address and its path are taken apart once.</summary>
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

    /// <summary>The links of a template that lead somewhere.</summary>
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

    /// <summary>The link of one object; one instance where it is the same for all.</summary>
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

    /// <remarks>No name of a resource has an identifier in it, so that the path is spelled alike for all of them.</remarks>
    public string PathFor(Guid identifier) => _template.TextFor(_path ??= ResourcePath.Of(_href), identifier);
}
