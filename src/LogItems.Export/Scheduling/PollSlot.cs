using System.Runtime.CompilerServices;

namespace LogItems.Export.Scheduling;

/// <summary>The slot of a poll, which it holds while its server responds.</summary>
/// <remarks>Not thread-safe, except for reading <see cref="IsHeld"/>.</remarks>
internal sealed class PollSlot(SemaphoreSlim free, TimeSpan yieldAfter, TimeProvider time) : IDisposable
{
    private volatile bool _isHeld = true;

    /// <summary>Gets whether the poll currently holds the slot.</summary>
    public bool IsHeld => _isHeld;

    /// <summary>Receives how long the server has not responded; null for nothing.</summary>
    public ServerSilence? Silence { get; set; }

    /// <summary>Waits for a whole poll; when that takes long, without the slot, which it does not take again.</summary>
    public async Task RunAsync(Func<Task> pollAsync)
    {
        var poll = pollAsync();
        await LeaveWhileAsync(poll).ConfigureAwait(false);
        await poll.ConfigureAwait(false);
    }

    /// <summary>Sends a request and waits for the response; if that takes long, the slot is released in the meantime.</summary>
    /// <exception cref="OperationCanceledException">The poll was canceled while it waited for a slot again.</exception>
    public async Task<T> AwaitAsync<T>(Func<Task<T>> request, CancellationToken cancellationToken)
    {
        await TakeAsync(cancellationToken).ConfigureAwait(false);
        return await AwaitAsync(request(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Enumerates the items from the server, and waits for them in the same way.</summary>
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

    public void Dispose() => Release();

    /// <summary>Waits for a response; after a failure, only the next request acquires the slot again.</summary>
    private async Task<T> AwaitAsync<T>(Task<T> response, CancellationToken cancellationToken)
    {
        Silence?.Begin();
        await LeaveWhileAsync(response).ConfigureAwait(false);
        var result = await response.ConfigureAwait(false);
        Silence?.End();
        await TakeAsync(cancellationToken).ConfigureAwait(false);
        return result;
    }

    /// <summary>Waits for the end, however it ends; from some time on without the slot.</summary>
    private async Task LeaveWhileAsync(Task running)
    {
        await running.WaitAsync(yieldAfter, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!running.IsCompleted)
        {
            Release();
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

    private void Release()
    {
        if (_isHeld)
        {
            _isHeld = false;
            free.Release();
        }
    }
}
