using System.Net;
using System.Net.Sockets;

namespace LogItems.Cli.Tests.Support;

/// <summary>An HTTP proxy that connects every client to the same server, whatever host it asks for.</summary>
internal sealed class ConnectProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();

    private ConnectProxy()
    {
    }

    public string Address => $"http://{_listener.LocalEndpoint}";

    public static ConnectProxy Start(Uri server)
    {
        var proxy = new ConnectProxy();
        proxy._listener.Start();
        _ = proxy.AcceptAsync(server);
        return proxy;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync(Uri server)
    {
        var token = _stop.Token;
        while (!token.IsCancellationRequested)
        {
            _ = TunnelAsync(await _listener.AcceptTcpClientAsync(token), server, token);
        }
    }

    private static async Task TunnelAsync(TcpClient client, Uri server, CancellationToken cancellationToken)
    {
        using var near = client;
        using var far = new TcpClient();
        var head = "";
        var buffer = new byte[1024];
        while (!head.EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            head += System.Text.Encoding.ASCII.GetString(buffer, 0, await near.GetStream().ReadAsync(buffer, cancellationToken));
        }

        await far.ConnectAsync(server.Host, server.Port, cancellationToken);
        await near.GetStream().WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), cancellationToken);
        await Task.WhenAny(
            near.GetStream().CopyToAsync(far.GetStream(), cancellationToken), far.GetStream().CopyToAsync(near.GetStream(), cancellationToken));
    }
}
