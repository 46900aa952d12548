using System.IO.Pipelines;
using System.Runtime.ExceptionServices;
using LogItems.Primitives;

namespace LogItems.Streaming;

/// <summary>
/// A body that is received in the background, up to a number of bytes ahead of its reader. Bytes are buffered in a few large blocks, which cost the garbage
/// collector nothing; parsed items would be moved by each collection until they are taken.
/// </summary>
internal sealed class PrefetchedBody : IAsyncDisposable
{
    /// <summary>Large enough for the large object heap, which is not compacted.</summary>
    private const int BlockSize = 128 * 1024;

    private readonly CancellationTokenSource _abandoning = new();
    private readonly Pipe _pipe;
    private readonly Task<bool> _receiving;
    private ExceptionDispatchInfo? _failure;

    /// <param name="body">The body.</param>
    /// <param name="maxBytes">The maximum number of buffered bytes; above it, flow control slows down the sender.</param>
    public PrefetchedBody(Stream body, int maxBytes)
    {
        _pipe = new Pipe(new PipeOptions(
            pauseWriterThreshold: maxBytes, resumeWriterThreshold: maxBytes / 2, minimumSegmentSize: BlockSize, useSynchronizationContext: false));
        Stream = _pipe.Reader.AsStream();
        _receiving = Task.Run(() => ReceiveAsync(body));
    }

    /// <summary>The body, from its beginning; up to the failure if receiving failed.</summary>
    public Stream Stream { get; }

    /// <summary>Gets whether receiving was abandoned but continues: on .NET Framework, it cannot be canceled.</summary>
    public bool IsAbandoned => !_receiving.IsCompleted;

    /// <summary>Throws the exception of receiving. A pipe completed with its exception would withhold what was received before.</summary>
    public void ThrowIfBroken() => _failure?.Throw();

    /// <summary>Abandons the rest of the body, which closes the connection; after a complete body, the connection is reused.</summary>
    public async ValueTask DisposeAsync()
    {
        _abandoning.Cancel();
        await _pipe.Reader.CompleteAsync().ConfigureAwait(false);
        try
        {
            await PendingRead.WaitAsync(_receiving, _abandoning.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The body is abandoned.
        }

        _abandoning.Dispose();
    }

    /// <summary>Never throws: the reader of the stream gets the failure.</summary>
    /// <returns>Whether the body was received completely.</returns>
    private async Task<bool> ReceiveAsync(Stream body)
    {
        try
        {
            await body.CopyToAsync(_pipe.Writer, _abandoning.Token).ConfigureAwait(false);
        }
        catch (Exception broken)
        {
            _failure = ExceptionDispatchInfo.Capture(broken);
        }

        await _pipe.Writer.CompleteAsync().ConfigureAwait(false);
        return _failure is null;
    }
}
