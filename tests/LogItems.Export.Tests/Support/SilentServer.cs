using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LogItems.Export.Tests.Support;

/// <summary>A server that accepts connections and never completes a response.</summary>
internal sealed class SilentServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource _accepted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool _trickles;
    private readonly Task _running;

    /// <param name="trickles">Whether it sends a response byte by byte, without an end; otherwise it sends nothing.</param>
    public SilentServer(bool trickles = false)
    {
        _trickles = trickles;
        _listener.Start();
        _running = RunAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Completes when a client has connected.</summary>
    public Task Accepted => _accepted.Task;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task RunAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
                _accepted.TrySetResult();
            }
        }
        finally
        {
            await Task.WhenAll(connections).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            if (_trickles)
            {
                const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n";
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Head), _end.Token);
                using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
                for (var sent = 0; sent < 50_000; sent++)
                {
                    await client.GetStream().WriteAsync(" "u8.ToArray(), _end.Token);
                    await pace.WaitForNextTickAsync(_end.Token);
                }
            }

            await Until.Canceled(_end.Token);
        }
    }
}
