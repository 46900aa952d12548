using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LogItems.Client.Tests;

/// <summary>A server that writes bytes as they are to a real socket, one answer for each connection, and ends it as it is told to.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<RawRequest, RawAnswer> _answer;
    private readonly Task _accepting;

    public RawServer(Func<RawRequest, RawAnswer> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{Port}/");

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_end.Token)));
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                if (await ReadAsync(socket) is not { } request)
                {
                    return;
                }

                var answer = _answer(request);
                using var pace = answer.Pace is { } pause ? new PeriodicTimer(pause) : null;
                for (var sent = 0; sent < answer.Bytes.Length;)
                {
                    if (pace is not null)
                    {
                        await pace.WaitForNextTickAsync(_end.Token);
                        sent += await socket.SendAsync(answer.Bytes.AsMemory(sent, sent < 100 ? 100 : 1), _end.Token);
                        continue;
                    }

                    sent += await socket.SendAsync(answer.Bytes.AsMemory(sent), _end.Token);
                }

                await EndAsync(socket, answer.End);
            }
            catch (Exception gone) when (gone is SocketException or OperationCanceledException)
            {
                // The client has left, or the test has ended.
            }
        }
    }

    private async Task EndAsync(Socket socket, RawEnd end)
    {
        switch (end)
        {
            case RawEnd.Reset:
                socket.LingerState = new LingerOption(true, 0);
                break;
            case RawEnd.Stall:
                await Until.Canceled(_end.Token);
                break;
            default:
                socket.Shutdown(SocketShutdown.Send);
                break;
        }
    }

    private async Task<RawRequest?> ReadAsync(Socket socket)
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        while (true)
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(length), _end.Token);
            if (count == 0)
            {
                return null;
            }

            length += count;
            var text = Encoding.ASCII.GetString(buffer, 0, length);
            if (text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and var end && length >= end + 4 + BodyLength(text))
            {
                return new RawRequest(text[..end], text[(end + 4)..]);
            }
        }
    }

    private static int BodyLength(string text) =>
        text.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } header
            ? int.Parse(header["Content-Length:".Length..], System.Globalization.CultureInfo.InvariantCulture)
            : 0;
}

/// <summary>A request as it arrived.</summary>
internal sealed record RawRequest(string Head, string Body)
{
    public bool IsForToken => Head.StartsWith("POST ", StringComparison.Ordinal) && Head.Contains("/token ", StringComparison.Ordinal);

    public string? Authorization =>
        Head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Authorization:", StringComparison.OrdinalIgnoreCase))?["Authorization: ".Length..];
}

/// <summary>How a connection ends.</summary>
internal enum RawEnd
{
    Close,
    Reset,
    Stall,
}

/// <summary>Bytes to send, and how the connection ends after them.</summary>
internal sealed record RawAnswer(byte[] Bytes, RawEnd End = RawEnd.Close)
{
    /// <summary>The pause before each byte but the first hundred; null to send all at once.</summary>
    public TimeSpan? Pace { get; init; }

    public static RawAnswer Http(int status, string body, string headers = "Content-Type: application/json") =>
        Http(status, Encoding.UTF8.GetBytes(body), headers);

    public static RawAnswer Http(int status, byte[] body, string headers) => new(
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status} Status\r\nConnection: close\r\nContent-Length: {body.Length}\r\n{headers}\r\n\r\n"), .. body]);

    public static RawAnswer Token(string token, string more = "") =>
        Http(200, $$"""{"access_token":"{{token}}","token_type":"bearer","expires_in":3600,"refresh_token":"refresh-of-{{token}}"{{more}}}""");

    /// <summary>The same without its last bytes.</summary>
    public RawAnswer Without(int bytes, RawEnd end = RawEnd.Close) => new(Bytes[..^bytes], end);
}
