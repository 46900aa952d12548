using LogItems.Primitives;

namespace LogItems.Responses;

/// <summary>Reads a body into memory, up to a limit; after a failure, it contains what was received before.</summary>
/// <param name="limit">The largest body, decompressed, in bytes.</param>
internal sealed class BodyBuffer(int limit)
{
    private const int InitialSize = 4 * 1024;

    private byte[] _bytes = [];

    /// <summary>The number of received bytes; one more than the limit if the body is too large.</summary>
    public int Length { get; private set; }

    /// <summary>Gets whether the body is larger than the limit.</summary>
    public bool IsTooLarge => Length > limit;

    /// <summary>Reads to the end of the body or to the limit.</summary>
    public async Task FillAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        while (!IsTooLarge)
        {
            if (Length == _bytes.Length)
            {
                Array.Resize(ref _bytes, (int)Math.Min(Math.Max(InitialSize, 2L * Length), limit + 1L));
            }

            var reading = stream.ReadAsync(_bytes, Length, _bytes.Length - Length, cancellationToken);
            var count = await PendingRead.WaitAsync(reading, cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return;
            }

            Length += count;
        }
    }

    /// <summary>The received bytes, up to the limit.</summary>
    public byte[] ToArray() => _bytes.AsSpan(0, Math.Min(Length, limit)).ToArray();

    /// <summary>The received bytes, up to one byte beyond the limit, with the headers of the received content.</summary>
    public HttpContent ToContent(HttpContent received)
    {
        var content = new ByteArrayContent(_bytes, 0, Length);
        foreach (var header in received.Headers)
        {
            if (!string.Equals(header.Key, "Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                content.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        return content;
    }
}
