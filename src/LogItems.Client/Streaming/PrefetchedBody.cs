using System.IO.Pipelines;
using System.Runtime.ExceptionServices;
using LogItems.Primitives;

namespace LogItems.Streaming;

/// <summary>
/// A body that is received in the background, up to a number of bytes ahead of who reads it. Bytes wait in a few large blocks, which cost a garbage
/// collector nothing; items read from them would be moved by each collection until they are taken.
/// </summary>
internal sealed class PrefetchedBody : IAsyncDisposable
{
    /// <summary>Large enough for the heap of large objects, which is not compacted.</summary>
    private const int BlockSize = 128 * 1024;

    private readonly CancellationTokenSource _leaving = new();
    private readonly Pipe _pipe;
    private readonly Task<bool> _receiving;
    private ExceptionDispatchInfo? _failure;

    /// <param name="body">The body.</param>
    /// <param name="most">The number of bytes that may wait; the sender is held back by the connection beyond it.</param>
    public PrefetchedBody(Stream body, int most)
    {
        _pipe = new Pipe(new PipeOptions(
            pauseWriterThreshold: most, resumeWriterThreshold: most / 2, minimumSegmentSize: BlockSize, useSynchronizationContext: false));
        Stream = _pipe.Reader.AsStream();
        _receiving = Task.Run(() => ReceiveAsync(body));
    }

    /// <summary>The body, from its beginning; where receiving it failed, what came before.</summary>
    public Stream Stream { get; }

    /// <summary>Gets whether receiving was given up and goes on nevertheless: on .NET Framework nothing ends it.</summary>
    public bool IsAbandoned => !_receiving.IsCompleted;

    /// <summary>Fails as receiving did. A pipe that is completed with its failure would keep back what came before.</summary>
    public void ThrowIfBroken() => _failure?.Throw();

    /// <summary>Gives up what has yet to come, which closes the connection; one whose body has been received is used again.</summary>
    public async ValueTask DisposeAsync()
    {
        _leaving.Cancel();
        await _pipe.Reader.CompleteAsync().ConfigureAwait(false);
        try
        {
            await PendingRead.WaitAsync(_receiving, _leaving.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // It is abandoned.
        }

        _leaving.Dispose();
    }

    /// <summary>Never fails: what goes wrong is for who reads the stream.</summary>
    /// <returns>Whether the body was received to its end.</returns>
    private async Task<bool> ReceiveAsync(Stream body)
    {
        try
        {
            await body.CopyToAsync(_pipe.Writer, _leaving.Token).ConfigureAwait(false);
        }
        catch (Exception broken)
        {
            _failure = ExceptionDispatchInfo.Capture(broken);
        }

        await _pipe.Writer.CompleteAsync().ConfigureAwait(false);
        return _failure is null;
    }
}
