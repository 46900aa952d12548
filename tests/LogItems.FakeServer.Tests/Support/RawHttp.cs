using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace LogItems.FakeServer.Tests.Support;

/// <summary>HTTP by hand, a connection for each request, to see what really comes over the wire.</summary>
internal sealed class RawHttp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly FakeLogItemsServer _server;

    public RawHttp(FakeLogItemsServer server, ApiVersion version, string? token = null)
    {
        _server = server;
        Version = version;
        Token = token;
    }

    public ApiVersion Version { get; }

    public string? Token { get; init; }

    public static async Task<RawHttp> LogInAsync(FakeLogItemsServer server, ApiVersion version)
    {
        var http = new RawHttp(server, version);
        var answer = await http.LogInAsync();
        return new RawHttp(server, version, answer.Json.GetProperty("access_token").GetString());
    }

    public Task<RawAnswer> LogInAsync()
    {
        var antiforgery = Version >= ApiVersion.V7 ? "&disable_antiforgery_token=true" : string.Empty;
        var form = $"grant_type=password&username=demo&password=demo{antiforgery}";
        return SendAsync($"POST /{Version.ToPathSegment()}/token HTTP/1.1", "application/x-www-form-urlencoded", form);
    }

    public Task<RawAnswer> GetAsync(string path) => SendAsync($"GET /{Version.ToPathSegment()}/{path} HTTP/1.1");

    public Task<RawAnswer> PostAsync(string path) => SendAsync($"POST /{Version.ToPathSegment()}/{path} HTTP/1.1");

    private async Task<RawAnswer> SendAsync(string requestLine, string? contentType = null, string body = "")
    {
        using var patience = new CancellationTokenSource(Patience);
        using var socket = new TcpClient();
        await socket.ConnectAsync(_server.BaseAddress.DnsSafeHost, _server.BaseAddress.Port, patience.Token);
        await using var stream = await SecureAsync(socket.GetStream());
        var head = new StringBuilder($"{requestLine}\r\nHost: {_server.BaseAddress.Authority}\r\nConnection: close\r\n");
        head.Append(CultureInvariant($"Content-Length: {body.Length}\r\n"));
        if (contentType is not null)
        {
            head.Append(CultureInvariant($"Content-Type: {contentType}\r\n"));
        }

        if (Token is not null)
        {
            head.Append(CultureInvariant($"Authorization: Bearer {Token}\r\n"));
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{head}\r\n{body}"), patience.Token);
        return await ReadAsync(stream, patience.Token);
    }

    private static async Task<RawAnswer> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        try
        {
            await stream.CopyToAsync(bytes, cancellationToken);
            return new RawAnswer(bytes.ToArray(), IsReset: false);
        }
        catch (IOException exception)
            when (exception.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            return new RawAnswer(bytes.ToArray(), IsReset: true);
        }
    }

    private async Task<Stream> SecureAsync(NetworkStream plain)
    {
        if (_server.CertificateSha256 is not { } expected)
        {
            return plain;
        }

        var secure = new SslStream(plain, leaveInnerStreamOpen: false, (_, certificate, _, _) =>
            certificate?.GetCertHashString(HashAlgorithmName.SHA256) == expected);
        await secure.AuthenticateAsClientAsync("localhost");
        return secure;
    }

    private static string CultureInvariant(FormattableString text) => FormattableString.Invariant(text);
}
