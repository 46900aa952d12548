using LogItems.Versions;

namespace LogItems.Models;

/// <summary>Paths of resources in links: absolute or relative, with or without a version, in any letter case.</summary>
internal static class ResourcePath
{
    /// <summary>The resources of the contract in its spelling; servers match and send paths in any letter case.</summary>
    private static readonly string[] ResourceNames =
        [.. ApiFeatures.Paths.SelectMany(path => path.Split('/')).Where(segment => segment.Length > 0 && segment[0] != '{').Distinct()];

    private const string OldLogItems = "/log";
    private const string OldLogItemsParent = "/JobSessions";
    private const string LogItems = "/LogItems";

    /// <summary>A placeholder for the server of a relative address.</summary>
    private static readonly Uri AnyServer = new("https://server/");

    private static readonly char[] Delimiters = [':', '/', '?', '#'];

    /// <summary>Determines whether an address is an HTTP resource; nothing else can be a link of this API.</summary>
    public static bool IsResolvable(string href) => IsPlain(href) || Resolve(href, AnyServer) is not null;

    /// <summary>The absolute address; null if the link cannot be resolved, or is relative and the server is unknown.</summary>
    public static Uri? Resolve(string href, Uri? server)
    {
        href = WithLogItems(href);
        var isResolved = HasScheme(href)
            ? Uri.TryCreate(href, UriKind.Absolute, out var address)
            : Uri.TryCreate(server, href, out address);
        return isResolved && (address!.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address : null;
    }

    /// <summary>The path below the version, with the names of resources in the contract's spelling.</summary>
    public static string Of(string href)
    {
        href = WithLogItems(href);
        var path = IsPlain(href) ? href : Resolve(href, AnyServer)!.AbsolutePath;
        var first = path.IndexOf('/', 1);
        var version = first < 0 ? path : path.Substring(0, first);
        var below = ServerAddress.IsVersion(version.Substring(1)) ? path.Substring(version.Length) : path;
        return Respell(below);
    }

    /// <summary>
    /// A session's link to its log items by the resource's current name: v2 to v4 send <c>…/JobSessions/{id}/log</c>, to which a live v3 server responds
    /// with 404.
    /// </summary>
    private static string WithLogItems(string href)
    {
        if (!href.EndsWith(OldLogItems, StringComparison.OrdinalIgnoreCase))
        {
            return href;
        }

        var session = href.Substring(0, href.Length - OldLogItems.Length);
        var parent = session.Substring(0, Math.Max(0, session.LastIndexOf('/')));
        return parent.EndsWith(OldLogItemsParent, StringComparison.OrdinalIgnoreCase) ? session + LogItems : href;
    }

    /// <summary>Determines whether a path has no query, escapes or dot segments, and can be used as written.</summary>
    private static bool IsPlain(string href)
    {
        if (href.Length < 2 || href[0] != '/' || href[1] == '/')
        {
            return false;
        }

        foreach (var letter in href)
        {
            if (letter is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '/' or '-' or '_'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasScheme(string href) => href.IndexOfAny(Delimiters) is >= 0 and var at && href[at] == ':';

    private static string Respell(string path)
    {
        string[]? segments = null;
        for (int start = 1, segment = 1; start <= path.Length; segment++)
        {
            var end = path.IndexOf('/', start) is >= 0 and var slash ? slash : path.Length;
            var written = path.AsSpan(start, end - start);
            foreach (var name in ResourceNames)
            {
                if (written.Equals(name.AsSpan(), StringComparison.OrdinalIgnoreCase) && !written.SequenceEqual(name.AsSpan()))
                {
                    segments ??= path.Split('/');
                    segments[segment] = name;
                }
            }

            start = end + 1;
        }

        return segments is null ? path : string.Join("/", segments);
    }
}
