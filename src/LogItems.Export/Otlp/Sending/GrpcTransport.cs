using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using LogItems.Export.Otlp.Options;

namespace LogItems.Export.Otlp.Sending;

/// <summary>OTLP over gRPC: a call with one message in each direction.</summary>
internal sealed class GrpcTransport(HttpClient client, OtlpSignal signal, OtlpSinkOptions options) : OtlpTransport(client, signal, options)
{
    /// <summary>The length of the prefix of a message: a compression flag and the length of the message.</summary>
    private const int PrefixLength = 5;

    private const int Ok = 0;
    private const int InvalidArgument = 3;
    private const int ResourceExhausted = 8;
    private const int Unimplemented = 12;

    public override string ContentType => "application/grpc";

    public override byte[] Encode(ReadOnlyMemory<byte> message)
    {
        byte[] framed = Options.UseCompression ? Gzip.Compress(message.Span, PrefixLength) : [.. new byte[PrefixLength], .. message.Span];
        framed[0] = Options.UseCompression ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32BigEndian(framed.AsSpan(1), framed.Length - PrefixLength);
        return framed;
    }

    protected override void Prepare(HttpRequestMessage request)
    {
        (request.Version, request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        request.Headers.TryAddWithoutValidation("grpc-timeout", string.Create(CultureInfo.InvariantCulture, $"{Milliseconds}m"));
        if (Options.UseCompression)
        {
            request.Headers.TryAddWithoutValidation("grpc-encoding", "gzip");
        }
    }

    protected override OtlpReply Read(HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        if (Header(response, "grpc-status") is not { } text || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            var outcome = (int)response.StatusCode is 429 or 502 or 503 or 504 ? OtlpOutcome.Unavailable : OtlpOutcome.Rejected;
            return new OtlpReply(outcome, $"{HttpTransport.Describe(response)} without a gRPC status, so there is no gRPC receiver at this address");
        }

        if (code == Ok)
        {
            // The response is not compressed, because the request did not accept compression.
            return body.Length >= PrefixLength && body[0] == 0 ? OtlpMessages.ReadResponse(body[PrefixLength..]) : new OtlpReply(OtlpOutcome.Accepted, null);
        }

        var (_, retryAfter) = OtlpMessages.ReadStatus(Details(response));
        var own = Header(response, "grpc-message") is { Length: > 0 } encoded ? $": {Uri.UnescapeDataString(encoded)}" : "";
        var message = $"gRPC status {code} ({NameOf(code)}){own}";
        return IsTransient(code) || (code == ResourceExhausted && retryAfter is not null)
            ? new OtlpReply(OtlpOutcome.Unavailable, message) { RetryAfter = retryAfter }
            : new OtlpReply(OutcomeOf(code), message);
    }

    private static OtlpOutcome OutcomeOf(int code) => code switch
    {
        InvalidArgument => OtlpOutcome.Invalid,

        // A message above the size limit, or a quota that is used up.
        ResourceExhausted => OtlpOutcome.TooMuch,
        Unimplemented => OtlpOutcome.NotImplemented,
        _ => OtlpOutcome.Rejected,
    };

    private long Milliseconds => Math.Clamp((long)Options.Timeout.TotalMilliseconds, 1, 99_999_999);

    /// <summary>The statuses that OTLP declares to be retryable, except RESOURCE_EXHAUSTED, which is retryable if the receiver specifies a delay.</summary>
    private static bool IsTransient(int code) => code is 1 or 4 or 10 or 11 or 14 or 15;

    private static string NameOf(int code) => code switch
    {
        1 => "CANCELLED",
        InvalidArgument => "INVALID_ARGUMENT",
        4 => "DEADLINE_EXCEEDED",
        5 => "NOT_FOUND",
        7 => "PERMISSION_DENIED",
        ResourceExhausted => "RESOURCE_EXHAUSTED",
        10 => "ABORTED",
        11 => "OUT_OF_RANGE",
        Unimplemented => "UNIMPLEMENTED",
        13 => "INTERNAL",
        14 => "UNAVAILABLE",
        15 => "DATA_LOSS",
        16 => "UNAUTHENTICATED",
        _ => "UNKNOWN",
    };

    private static byte[] Details(HttpResponseMessage response)
    {
        // gRPC sends Base64 with or without padding.
        var text = Header(response, "grpc-status-details-bin") ?? "";
        try
        {
            return Convert.FromBase64String(text.TrimEnd('=').PadRight((text.TrimEnd('=').Length + 3) / 4 * 4, '='));
        }
        catch (FormatException)
        {
            return [];
        }
    }

    /// <summary>In a response without a message, the trailers are sent as headers.</summary>
    private static string? Header(HttpResponseMessage response, string name) =>
        response.TrailingHeaders.TryGetValues(name, out var values) || response.Headers.TryGetValues(name, out values) ? values.First() : null;
}
