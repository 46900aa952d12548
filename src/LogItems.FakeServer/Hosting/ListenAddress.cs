using System.Net;

namespace LogItems.FakeServer.Hosting;

/// <summary>Reads the address to listen on, and rejects addresses that are reachable from other machines, because the password is public.</summary>
internal static class ListenAddress
{
    public static IPEndPoint Read(Uri url)
    {
        if (!url.IsAbsoluteUri || !IsWeb(url) || url.PathAndQuery != "/" || url.UserInfo.Length > 0)
        {
            throw Reject(url, "an http or https address without a path");
        }

        var address = url.Host == "localhost"
            ? IPAddress.Loopback
            : IPAddress.TryParse(url.DnsSafeHost, out var parsed) && IPAddress.IsLoopback(parsed) ? parsed : null;
        return address is null ? throw Reject(url, "a loopback address") : new IPEndPoint(address, url.Port);
    }

    private static bool IsWeb(Uri url) => url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps;

    private static ArgumentException Reject(Uri url, string expected) =>
        new($"A fake server listens on {expected} only, not on '{url}'; use for example http://127.0.0.1:0.", nameof(url));
}
