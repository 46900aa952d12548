using System.Text.Json;
using LogItems.Responses;
using LogItems.Serialization.Utf8;

namespace LogItems.Streaming;

/// <summary>The body of a successful response while it is being received. It is detached from the response and outlives it.</summary>
internal sealed class StreamingResponse : IAsyncDisposable
{
    private static readonly HttpRequestOptionsKey<bool> IsStreamed = new("LogItems.ResponseStreaming");
    /// <summary>The number of bytes that must arrive within <see cref="LogItemsClientOptions.TryTimeout"/> of waiting: slower bodies are abandoned.</summary>
    private const int MinProgress = 1024;

    /// <summary>Up to this size, the buffered part is examined again after any amount of new data.</summary>
    private const int SmallPart = 64 * 1024;

    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>The maximum number of reads to drain a body.</summary>
    private const int MaxReadsToDrain = 16;

    private readonly HttpContent _content;
    private readonly HttpRequestMessage? _request;
    private readonly Stream _stream;
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _tryTimeout;
    private readonly int _limit;
    private readonly CancellationTokenSource _stalled;
    private readonly PrefetchedBody? _ahead;

    /// <summary>The time left to receive <see cref="MinProgress"/> bytes, and the number received so far.</summary>
    private TimeSpan _left;
    private int _progress;

    private StreamingResponse(HttpResponseMessage response, Stream stream, int ahead, LogItemsClientOptions options)
    {
        (_content, _request, _stream) = (response.Content, response.RequestMessage, stream);
        (_timeProvider, _limit) = (options.TimeProvider, options.MaxBufferSize);
        _tryTimeout = (_request is null ? null : LogItemsRequestOptions.Of(_request)?.TryTimeout) ?? options.TryTimeout;
        _left = _tryTimeout;
        _stalled = options.TimeProvider.CreateCancellationTokenSource(Timeout.InfiniteTimeSpan);
        _ahead = ahead > 0 ? new PrefetchedBody(stream, ahead) : null;
        Window = new ReadBuffer(_ahead?.Stream ?? stream);
    }

    public ReadBuffer Window { get; }

    /// <summary>Gets whether the bytes are UTF-8; otherwise they must be read as a whole and converted.</summary>
    public bool IsUtf8 { get; private set; }

    /// <summary>Requests a response that is read while it is received, so that no handler buffers it.</summary>
    public static void Request(HttpRequestMessage request) => request.Options.Set(IsStreamed, true);

    /// <summary>Determines whether the response to a request is read while it is received.</summary>
    public static bool IsRequested(HttpRequestMessage request) => request.Options.TryGetValue(IsStreamed, out var isStreamed) && isStreamed;

    /// <summary>Detaches the body from a response, so that it stays open when the response is disposed of.</summary>
    /// <param name="response">The response.</param>
    /// <param name="ahead">The number of bytes to receive in the background ahead of the reader; 0 to receive only what is being read.</param>
    /// <param name="options">The client's options.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task<StreamingResponse> TakeAsync(
        HttpResponseMessage response, int ahead, LogItemsClientOptions options, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var body = new StreamingResponse(response, stream, ahead, options);
        response.Content = new ByteArrayContent([]);
        return body;
    }

    /// <summary>Reads enough to detect the encoding; called before anything else.</summary>
    public async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        while (Window.Bytes.Length < Utf8Mark.Length && !Window.IsLast)
        {
            await ReadMoreAsync(cancellationToken).ConfigureAwait(false);
        }

        IsUtf8 = Utf8Body.IsUtf8(Window.Bytes, _content);
        if (IsUtf8 && Window.Bytes.StartsWith(Utf8Mark))
        {
            Window.Consume(Utf8Mark.Length);
        }
    }

    /// <summary>Reads more of the body.</summary>
    /// <exception cref="HttpRequestException">The response was cut off.</exception>
    /// <exception cref="TimeoutException">Less than 1,024 bytes arrived in <see cref="LogItemsClientOptions.TryTimeout"/> of waiting.</exception>
    /// <exception cref="LogItemsApiException">The buffered part is larger than <see cref="LogItemsClientOptions.MaxBufferSize"/>.</exception>
    public async ValueTask ReadMoreAsync(CancellationToken cancellationToken)
    {
        var before = Window.Bytes.Length;
        if (before > _limit)
        {
            throw BodyLimit.OfPart(_request, _limit);
        }

        var start = _timeProvider.GetTimestamp();
        _stalled.CancelAfter(_left > TimeSpan.Zero ? _left : TimeSpan.FromMilliseconds(1));
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stalled.Token);
        try
        {
            await Window.ReadMoreAsync(linked.Token).ConfigureAwait(false);
            if (Window.IsLast)
            {
                _ahead?.ThrowIfBroken();
            }

            Account(Window.Bytes.Length - before, _timeProvider.GetElapsedTime(start));
        }
        catch (OperationCanceledException) when (_stalled.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"{What} delivered less than 1,024 bytes in {_tryTimeout.TotalSeconds:0.#} s. Check the network, or increase TryTimeout.");
        }
        catch (Exception broken) when (BrokenBody.IsReasonOf(broken))
        {
            throw BrokenBody.Failure(_request, broken);
        }
        finally
        {
            _stalled.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>
    /// Reads more after the buffered part was found to be incomplete: a large part grows by at least half its size, so that the time to read
    /// it stays linear.
    /// </summary>
    public async ValueTask ReadOnAsync(CancellationToken cancellationToken)
    {
        var size = Window.Bytes.Length;
        var enough = size < SmallPart ? size + 1L : size + (size / 2L);
        do
        {
            await ReadMoreAsync(cancellationToken).ConfigureAwait(false);
        }
        while (Window.Bytes.Length < enough && !Window.IsLast);
    }

    /// <summary>Reads the rest, and the whole body as one page.</summary>
    public async Task<TPage> ReadWholeAsync<TPage>(CancellationToken cancellationToken)
        where TPage : ApiModel, new()
    {
        while (!Window.IsLast)
        {
            await ReadMoreAsync(cancellationToken).ConfigureAwait(false);
        }

        return BodyReader.Read<TPage>(Window.Bytes.ToArray(), _content, _request);
    }

    /// <summary>Creates the exception for a body that violates the contract, with its buffered part.</summary>
    public LogItemsApiException Unexpected(Exception exception) =>
        BodyReader.Unexpected(Window.Bytes, [], _content, _request, exception);

    /// <summary>Creates the exception for a body that ends before its JSON does; a truncated compressed body is not reported otherwise.</summary>
    public HttpRequestException CutOff(Exception? reason) => BrokenBody.Failure(_request, reason);

    /// <summary>Distinguishes a truncated body from an invalid one.</summary>
    /// <param name="state">The reader state at the start of the buffered part.</param>
    /// <param name="exception">The JSON error.</param>
    public Exception Failure(JsonReaderState state, JsonException exception) =>
        Window.IsLast && StrictJson.IsCutOff(Window.Bytes, state) ? CutOff(exception) : Unexpected(exception);

    public async ValueTask DisposeAsync()
    {
        if (_ahead is null)
        {
            await AbandonAsync().ConfigureAwait(false);
        }
        else
        {
            await _ahead.DisposeAsync().ConfigureAwait(false);
        }

        Window.Dispose();
        _stalled.Dispose();
        if (_ahead?.IsAbandoned ?? Window.IsAbandoned)
        {
            // Disposing could wait for the abandoned read.
            _ = Task.Run(_content.Dispose);
            return;
        }

        await _stream.DisposeAsync().ConfigureAwait(false);
        _content.Dispose();
    }

    private void Account(int received, TimeSpan waited)
    {
        _progress += received;
        _left -= waited;
        if (_progress >= MinProgress)
        {
            (_progress, _left) = (0, _tryTimeout);
        }
    }

    private string What => $"The response to {_request?.Method} {_request?.RequestUri?.AbsolutePath}";

    /// <summary>
    /// Abandons the rest of the body by canceling a read, which closes the connection immediately: disposing of the body alone would wait for
    /// seconds for a stalled server, to reuse the connection.
    /// </summary>
    private async ValueTask AbandonAsync()
    {
        using var leaving = new CancellationTokenSource();
        try
        {
            for (var reads = 0; reads < MaxReadsToDrain && !Window.IsLast && !Window.IsAbandoned; reads++)
            {
                Window.Consume(Window.Bytes.Length);
                var reading = Window.ReadMoreAsync(leaving.Token);
                if (!reading.IsCompleted)
                {
                    leaving.Cancel();
                }

                await reading.ConfigureAwait(false);
            }
        }
        catch (Exception)
        {
            // The outcome is no longer of interest.
        }
    }
}
