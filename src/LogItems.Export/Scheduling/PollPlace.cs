using System.Runtime.CompilerServices;

namespace LogItems.Export.Scheduling;

/// <summary>The place of a poll, which it has while its server responds.</summary>
/// <remarks>For one flow of calls, but for reading <see cref="IsHeld"/>.</remarks>
internal sealed class PollPlace(SemaphoreSlim free, TimeSpan patience, TimeProvider time) : IDisposable
{
    private volatile bool _isHeld = true;

    /// <summary>Gets whether the poll has the place now.</summary>
    public bool IsHeld => _isHeld;

    /// <summary>Receives how long the server has not responded; null for nothing.</summary>
    public ServerSilence? Silence { get; set; }

    /// <summary>Waits for a whole poll; when that takes long, without the place, which it does not take again.</summary>
    public async Task RunAsync(Func<Task> pollAsync)
    {
        var poll = pollAsync();
        await LeaveWhileAsync(poll).ConfigureAwait(false);
        await poll.ConfigureAwait(false);
    }

    /// <summary>Sends a request and waits for the response; when that takes long, without the place.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled while it waited for a place again.</exception>
    public async Task<T> AwaitAsync<T>(Func<Task<T>> request, CancellationToken cancellationToken)
    {
        await TakeAsync(cancellationToken).ConfigureAwait(false);
        return await AwaitAsync(request(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Enumerates what the server sends, and waits for it in the same way.</summary>
    public async IAsyncEnumerable<T> ReadAsync<T>(IAsyncEnumerable<T> source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await TakeAsync(cancellationToken).ConfigureAwait(false);
        var enumerator = source.GetAsyncEnumerator(cancellationToken);
        await using var _ = enumerator.ConfigureAwait(false);
        while (true)
        {
            var next = enumerator.MoveNextAsync();
            var hasNext = next.IsCompleted
                ? await next.ConfigureAwait(false)
                : await AwaitAsync(next.AsTask(), cancellationToken).ConfigureAwait(false);
            if (!hasNext)
            {
                yield break;
            }

            yield return enumerator.Current;
        }
    }

    public void Dispose() => Leave();

    /// <summary>Waits for a response; if it is a failure, the place is taken again by the next request only.</summary>
    private async Task<T> AwaitAsync<T>(Task<T> response, CancellationToken cancellationToken)
    {
        Silence?.Begin();
        await LeaveWhileAsync(response).ConfigureAwait(false);
        var result = await response.ConfigureAwait(false);
        Silence?.End();
        await TakeAsync(cancellationToken).ConfigureAwait(false);
        return result;
    }

    /// <summary>Waits for the end, however it ends; from some time on without the place.</summary>
    private async Task LeaveWhileAsync(Task running)
    {
        await running.WaitAsync(patience, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!running.IsCompleted)
        {
            Leave();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        if (!_isHeld)
        {
            await free.WaitAsync(cancellationToken).ConfigureAwait(false);
            _isHeld = true;
        }
    }

    private void Leave()
    {
        if (_isHeld)
        {
            _isHeld = false;
            free.Release();
        }
    }
}
