using System.Globalization;
using LogItems.Export.Otlp.Options;

namespace LogItems.Export.Otlp.Sending;

/// <summary>OTLP over HTTP.</summary>
internal sealed class HttpTransport(HttpClient client, OtlpSignal signal, OtlpSinkOptions options) : OtlpTransport(client, signal, options)
{
    private const string Protobuf = "application/x-protobuf";

    public override string ContentType => Protobuf;

    public override byte[] Encode(ReadOnlyMemory<byte> message) => Options.UseCompression ? Gzip.Compress(message.Span, offset: 0) : message.ToArray();

    /// <summary>Describes a status: <c>503 (Service Unavailable)</c>.</summary>
    public static string Describe(HttpResponseMessage response) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode} ({response.ReasonPhrase ?? response.StatusCode.ToString()})");

    protected override void Prepare(HttpRequestMessage request)
    {
        if (Options.UseCompression)
        {
            request.Content!.Headers.ContentEncoding.Add("gzip");
        }
    }

    protected override OtlpReply Read(HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        var type = response.Content.Headers.ContentType?.MediaType;
        if (response.IsSuccessStatusCode)
        {
            return ReadAccepted(body, type);
        }

        var (message, _) = type == Protobuf ? OtlpMessages.ReadStatus(body) : default;
        message = message is null ? Describe(response) : $"{Describe(response)}: {message}";
        return (int)response.StatusCode switch
        {
            429 or 502 or 503 or 504 => new OtlpReply(OtlpOutcome.Unavailable, message) { RetryAfter = RetryAfter(response) },
            400 or 413 => new OtlpReply(OtlpOutcome.Invalid, message),
            404 or 501 => new OtlpReply(OtlpOutcome.NotImplemented, message),
            _ => new OtlpReply(OtlpOutcome.Rejected, message),
        };
    }

    /// <summary>A web server that is not an OTLP receiver may accept anything, and the records would be lost.</summary>
    private static OtlpReply ReadAccepted(ReadOnlySpan<byte> body, string? type) => type switch
    {
        Protobuf => OtlpMessages.ReadResponse(body),
        "text/html" => new OtlpReply(OtlpOutcome.Rejected, "it returned a web page, so it is not an OTLP receiver"),
        _ => new OtlpReply(OtlpOutcome.Accepted, null),
    };

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - Options.TimeProvider.GetUtcNow() is { Ticks: > 0 } delay ? delay : TimeSpan.Zero,
        _ => null,
    };
}
