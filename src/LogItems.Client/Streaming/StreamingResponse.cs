using System.Text.Json;
using LogItems.Responses;
using LogItems.Serialization.Utf8;

namespace LogItems.Streaming;

/// <summary>The body of a successful answer while it is coming in. Taken from the response, it outlives it.</summary>
internal sealed class StreamingResponse : IAsyncDisposable
{
    private static readonly HttpRequestOptionsKey<bool> IsStreamed = new("LogItems.ResponseStreaming");
    /// <summary>The number of bytes that must arrive within <see cref="LogItemsClientOptions.TryTimeout"/> of waiting: a body that drips is given up.</summary>
    private const int LeastProgress = 1024;

    /// <summary>Up to this size a part of the body is examined whenever more of it has arrived, however little.</summary>
    private const int SmallPart = 64 * 1024;

    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>So much is worth reading to the end, in windows.</summary>
    private const int MostReadsToLeave = 16;

    private readonly HttpContent _content;
    private readonly HttpRequestMessage? _request;
    private readonly Stream _stream;
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _patience;
    private readonly int _limit;
    private readonly CancellationTokenSource _stalled;
    private readonly PrefetchedBody? _ahead;

    /// <summary>How long may be waited until <see cref="LeastProgress"/> is complete, and how much of it has arrived.</summary>
    private TimeSpan _left;
    private int _progress;

    private StreamingResponse(HttpResponseMessage response, Stream stream, int ahead, LogItemsClientOptions options)
    {
        (_content, _request, _stream) = (response.Content, response.RequestMessage, stream);
        (_timeProvider, _patience, _limit) = (options.TimeProvider, options.TryTimeout, options.MaxBufferSize);
        _left = _patience;
        _stalled = options.TimeProvider.CreateCancellationTokenSource(Timeout.InfiniteTimeSpan);
        _ahead = ahead > 0 ? new PrefetchedBody(stream, ahead) : null;
        Window = new ReadBuffer(_ahead?.Stream ?? stream);
    }

    public ReadBuffer Window { get; }

    /// <summary>Gets whether the bytes are UTF-8 as they are; otherwise they have to be read whole and converted.</summary>
    public bool IsUtf8 { get; private set; }

    /// <summary>Requests a response that is read while it is received, so that no handler buffers it.</summary>
    public static void Request(HttpRequestMessage request) => request.Options.Set(IsStreamed, true);

    /// <summary>Determines whether the response to a request is read while it is received.</summary>
    public static bool IsRequested(HttpRequestMessage request) => request.Options.TryGetValue(IsStreamed, out var isStreamed) && isStreamed;

    /// <summary>Takes the body away from a response, so that it stays open when the response is disposed of.</summary>
    /// <param name="response">The response.</param>
    /// <param name="ahead">The number of bytes that are received in the background ahead of who reads them; 0 to receive what is being read.</param>
    /// <param name="options">The client's.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task<StreamingResponse> TakeAsync(
        HttpResponseMessage response, int ahead, LogItemsClientOptions options, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var body = new StreamingResponse(response, stream, ahead, options);
        response.Content = new ByteArrayContent([]);
        return body;
    }

    /// <summary>Reads as much as tells how the bytes are to be read; before anything else.</summary>
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

    /// <summary>Reads on.</summary>
    /// <exception cref="HttpRequestException">The answer broke off.</exception>
    /// <exception cref="TimeoutException">Less than 1,024 bytes arrived in <see cref="LogItemsClientOptions.TryTimeout"/> of waiting.</exception>
    /// <exception cref="LogItemsApiException">The part at hand is larger than <see cref="LogItemsClientOptions.MaxBufferSize"/>.</exception>
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
                $"{What} delivered less than 1,024 bytes in {_patience.TotalSeconds:0.#} s. Check the network, or increase TryTimeout.");
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
    /// Reads on where a part of the body was examined and found incomplete: a large one by half its size at least, so that the time to read
    /// it stays in proportion to its size.
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

    /// <summary>Reads all that is left and the whole as one page.</summary>
    public async Task<TPage> ReadWholeAsync<TPage>(CancellationToken cancellationToken)
        where TPage : ApiModel, new()
    {
        while (!Window.IsLast)
        {
            await ReadMoreAsync(cancellationToken).ConfigureAwait(false);
        }

        return BodyReader.Read<TPage>(Window.Bytes.ToArray(), _content, _request);
    }

    /// <summary>What the body is not; with the part of it that is at hand.</summary>
    public LogItemsApiException Unexpected(Exception exception) =>
        BodyReader.Unexpected(Window.Bytes, [], _content, _request, exception);

    /// <summary>What is thrown where the body ends before its JSON does: a compressed one that breaks off ends without notice.</summary>
    public HttpRequestException CutOff(Exception? reason) => BrokenBody.Failure(_request, reason);

    /// <summary>Which of the two it is.</summary>
    /// <param name="state">Where in the document the part of the body that is at hand begins.</param>
    /// <param name="exception">Why it is no JSON.</param>
    public Exception Failure(JsonReaderState state, JsonException exception) =>
        Window.IsLast && StrictJson.IsCutOff(Window.Bytes, state) ? CutOff(exception) : Unexpected(exception);

    public async ValueTask DisposeAsync()
    {
        if (_ahead is null)
        {
            await LeaveAsync().ConfigureAwait(false);
        }
        else
        {
            await _ahead.DisposeAsync().ConfigureAwait(false);
        }

        Window.Dispose();
        _stalled.Dispose();
        if (_ahead?.IsAbandoned ?? Window.IsAbandoned)
        {
            // Closing could wait for what nothing has come of.
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
        if (_progress >= LeastProgress)
        {
            (_progress, _left) = (0, _patience);
        }
    }

    private string What => $"The response to {_request?.Method} {_request?.RequestUri?.AbsolutePath}";

    /// <summary>
    /// Gives up what has yet to come by cancelling a read, which closes the connection at once: disposing of the body alone waits for
    /// seconds for a server that has stalled, so that the connection can be used again.
    /// </summary>
    private async ValueTask LeaveAsync()
    {
        using var leaving = new CancellationTokenSource();
        try
        {
            for (var reads = 0; reads < MostReadsToLeave && !Window.IsLast && !Window.IsAbandoned; reads++)
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
            // Whatever comes of it, nobody wants it any more.
        }
    }
}
