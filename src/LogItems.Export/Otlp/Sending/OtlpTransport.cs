using LogItems.Export.Otlp.Options;

namespace LogItems.Export.Otlp.Sending;

/// <summary>Sends a request with records of a signal once.</summary>
internal abstract class OtlpTransport(HttpClient client, OtlpSignal signal, OtlpSinkOptions options)
{
    private static readonly string UserAgent = $"LogItems-OTLP-Exporter/{typeof(OtlpTransport).Assembly.GetName().Version!.ToString(3)}";

    /// <summary>The signal that it sends.</summary>
    public OtlpSignal Signal => signal;

    /// <summary>The address that it sends to.</summary>
    public Uri Address { get; } = OtlpEndpoint.Of(options, signal);

    /// <summary>The content type of requests.</summary>
    public abstract string ContentType { get; }

    protected OtlpSinkOptions Options => options;

    /// <summary>Encodes a request for sending, compressed if configured; used for each attempt.</summary>
    public abstract byte[] Encode(ReadOnlyMemory<byte> message);

    /// <summary>Sends an encoded request.</summary>
    /// <exception cref="HttpRequestException">The receiver cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">The receiver did not respond in time, or the request was canceled.</exception>
    public async Task<OtlpReply> SendAsync(byte[] content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new ByteArrayContent(content) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        foreach (var (name, value) in options.Headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        Prepare(request);
        using var timeout = new CancellationTokenSource(options.Timeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var response = await client.SendAsync(request, either.Token).ConfigureAwait(false);
        return Read(response, await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false));
    }

    /// <summary>Adds the headers of the protocol.</summary>
    protected abstract void Prepare(HttpRequestMessage request);

    /// <summary>Reads the response.</summary>
    protected abstract OtlpReply Read(HttpResponseMessage response, ReadOnlySpan<byte> body);
}
