using System.Net;

namespace LogItems.FakeServer.Hosting;

/// <summary>Reads where to listen, and refuses what others could reach: the password is known to everyone.</summary>
internal static class ListenAddress
{
    public static IPEndPoint Read(Uri url)
    {
        if (!url.IsAbsoluteUri || !IsWeb(url) || url.PathAndQuery != "/" || url.UserInfo.Length > 0)
        {
            throw Refuse(url, "an http or https address without a path");
        }

        var address = url.Host == "localhost"
            ? IPAddress.Loopback
            : IPAddress.TryParse(url.DnsSafeHost, out var parsed) && IPAddress.IsLoopback(parsed) ? parsed : null;
        return address is null ? throw Refuse(url, "a loopback address") : new IPEndPoint(address, url.Port);
    }

    private static bool IsWeb(Uri url) => url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps;

    private static ArgumentException Refuse(Uri url, string expected) =>
        new($"A fake server listens on {expected} only, not on '{url}'; use for example http://127.0.0.1:0.", nameof(url));
}
