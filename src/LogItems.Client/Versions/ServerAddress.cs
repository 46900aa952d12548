namespace LogItems.Versions;

/// <summary>The address of a server: its root, with a trailing slash and without a version, and the version if the address had one.</summary>
internal sealed record ServerAddress(Uri Root, ApiVersion? Version)
{
    /// <summary>The server's scheme, host and port.</summary>
    public Uri Origin => new(Root, "/");

    /// <summary>Parses an address; the last segment may be a version.</summary>
    public static ServerAddress Parse(Uri server)
    {
        ArgumentNullException.ThrowIfNull(server);
        if (server.IsAbsoluteUri && server.UserInfo.Length > 0)
        {
            throw new ArgumentException("The server's address contains a user name or password; pass them as a credential.", nameof(server));
        }

        if (!server.IsAbsoluteUri || (server.Scheme != Uri.UriSchemeHttps && server.Scheme != Uri.UriSchemeHttp))
        {
            throw new ArgumentException($"'{server}' is not the address of a server; it should look like https://host:4443.", nameof(server));
        }

        if (server.Query.Length > 0 || server.Fragment.Length > 0)
        {
            throw new ArgumentException(
                $"'{server.GetLeftPart(UriPartial.Path)}' is followed by a query or a fragment; a server's address must not contain either.", nameof(server));
        }

        var path = server.AbsolutePath.TrimEnd('/');
        ApiVersion? version = null;
        var last = path[(path.LastIndexOf('/') + 1)..];
        if (IsVersion(last))
        {
            version = ApiVersions.TryParse(last, out var parsed)
                ? parsed
                : throw new ArgumentException(
                    $"The server's address ends in '/{last}', which this SDK does not support ({ApiVersions.Names}).", nameof(server));
            path = path[..^(last.Length + 1)];
        }

        return new ServerAddress(new Uri(server.GetLeftPart(UriPartial.Authority) + path + "/"), version);
    }

    /// <summary>Parses an address that tokens may be sent to.</summary>
    /// <exception cref="ArgumentException">The address is not valid.</exception>
    public static ServerAddress ParseSecure(Uri server)
    {
        var address = Parse(server);
        return address.Root.Scheme == Uri.UriSchemeHttps || address.Root.IsLoopback
            ? address
            : throw new ArgumentException(
                $"'{address.Root}' uses http, which would send the password and tokens unencrypted; use https.", nameof(server));
    }

    /// <summary>The API version to use, from the address or the options.</summary>
    /// <exception cref="ArgumentException">The address and the options contradict each other.</exception>
    public ApiVersion? ChooseVersion(ApiVersion? configured) =>
        Version is { } own && configured is { } other && own != other
            ? throw new ArgumentException(
                $"The server's address specifies {own.ToPathSegment()} and the options specify {other.ToPathSegment()}; specify only one.")
            : Version ?? configured;

    /// <summary>The address of a version, with a trailing slash: <c>https://host:4443/v8/</c>.</summary>
    public string ForVersion(ApiVersion version) => $"{Root.AbsoluteUri}{version.ToPathSegment()}/";

    /// <summary>Determines whether an address is on this server: same scheme, host and port.</summary>
    public bool IsOriginOf(Uri address) =>
        Uri.Compare(Root, address, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>Determines whether a segment of a path is written like an API version, known or not: <c>v8</c>, <c>V12</c>.</summary>
    public static bool IsVersion(string segment) => segment is ['v' or 'V', _, ..] && segment.Skip(1).All(char.IsAsciiDigit);
}
