using System.Net.Sockets;
using System.Text;
using LogItems.Primitives;
using LogItems.Transport.Tls;

namespace LogItems.Transport;

/// <summary>
/// Determines, when the first requests to a server fail, whether its port uses the other scheme. It probes once; no request of the caller
/// is sent again. It opens one connection of its own, beyond those that <see cref="LogItemsClientOptions.MaxConnections"/> allows: at that
/// moment none of the caller's connections works, and a handler's connection cannot send bytes that are not HTTP.
/// </summary>
internal sealed class SchemeProbe(TimeProvider timeProvider)
{
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(2);

    private readonly object _gate = new();
    private Task<string?>? _answer;
    private bool _hasAnswered;

    /// <summary>Records that the server has responded to a request, so the scheme is right.</summary>
    public void Confirm() => _hasAnswered = true;

    /// <summary>Marks a request without a response if its scheme is wrong.</summary>
    public async Task ExamineAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_hasAnswered || request.RequestUri is not { IsAbsoluteUri: true } address)
        {
            return;
        }

        Task<string?> answer;
        lock (_gate)
        {
            answer = _answer ??= FindMismatchAsync(address);
        }

        if (await answer.WaitAsync(cancellationToken).ConfigureAwait(false) is { } mismatch)
        {
            request.Options.Set(ConnectionFailure.Permanent, mismatch);
        }
    }

    private async Task<string?> FindMismatchAsync(Uri address)
    {
        using var timeout = timeProvider.CreateCancellationTokenSource(ProbeTimeout);
        try
        {
            return address.Scheme == Uri.UriSchemeHttp
                ? await UsesTlsAsync(address, timeout.Token).ConfigureAwait(false)
                    ? $"port {address.Port} uses https, but the address begins with http"
                    : null
                : await UsesPlainHttpAsync(address, timeout.Token).ConfigureAwait(false)
                    ? $"port {address.Port} uses http without TLS, but the address begins with https"
                    : null;
        }
        catch (Exception failure) when (failure is HttpRequestException or SocketException or IOException or OperationCanceledException)
        {
            // Neither scheme works; the failure of the request is the one to report.
            return null;
        }
    }

    private async Task<bool> UsesTlsAsync(Uri address, CancellationToken cancellationToken)
    {
        await CertificateReader.ReadAsync(address, ServerCertificate.SystemTrust, timeProvider, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static async Task<bool> UsesPlainHttpAsync(Uri address, CancellationToken cancellationToken)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(address.IdnHost, address.Port, cancellationToken).ConfigureAwait(false);
        var stream = tcp.GetStream();

        // Not a valid request, so that no service acts on it: an HTTP server responds with 400.
        var question = Encoding.ASCII.GetBytes("?\r\n\r\n");
        await stream.WriteAsync(question, cancellationToken).ConfigureAwait(false);
        var answer = new byte[5];
        var length = 0;
        while (length < answer.Length)
        {
            var reading = stream.ReadAsync(answer, length, answer.Length - length, cancellationToken);
            var count = await PendingRead.WaitAsync(reading, cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return false;
            }

            length += count;
        }

        return Encoding.ASCII.GetString(answer) == "HTTP/";
    }
}
