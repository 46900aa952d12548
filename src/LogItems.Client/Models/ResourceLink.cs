using LogItems.Models;
using LogItems.Versions;

namespace LogItems;

/// <summary>The address of a related resource.</summary>
/// <remarks>The client never follows links by itself.</remarks>
public sealed class ResourceLink
{
    private readonly ServerAddress? _server;
    private readonly TemplatedLink? _template;
    private readonly Guid _identifier;
    private string? _href;
    private string? _path;

    internal ResourceLink(string href, ServerAddress? server)
    {
        _href = href;
        _server = server;
    }

    internal ResourceLink(TemplatedLink template, Guid identifier, ServerAddress? server)
    {
        (_template, _identifier) = (template, identifier);
        _server = server;
    }

    /// <summary>The address as it was sent: absolute in v5 and earlier, relative from v6 on.</summary>
    public string Href => _href ??= _template!.HrefFor(_identifier);

    /// <summary>
    /// The path below the version, without a query, in the contract's spelling, the same in every version:
    /// <c>/JobSessions/be376069-…</c>.
    /// </summary>
    public string Path => _path ??= _template?.PathFor(_identifier) ?? ResourcePath.Of(Href);

    /// <summary>The absolute address; null for a relative one of a model that did not come from a server.</summary>
    /// <remarks>The link from a session to its log items, <c>…/log</c> in v4 and below, has the address that works in every version.</remarks>
    public Uri? Address => ResourcePath.Resolve(Href, _server?.Origin);

    /// <summary>Gets whether the address is on the server that sent the link: same scheme, host and port. A token must not be sent anywhere else.</summary>
    public bool IsOnServer => Address is { } address && _server?.IsOriginOf(address) == true;

    internal bool IsOf(ServerAddress? server) => ReferenceEquals(_server, server);

    /// <summary>Returns the address as it was sent.</summary>
    public override string ToString() => Href;
}
