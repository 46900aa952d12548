using System.Net;
using System.Runtime.ExceptionServices;

namespace LogItems.Monitoring.Sessions;

/// <summary>Reads several sessions at a time. One that was deleted or that the server cannot return does not hide the others.</summary>
internal sealed class SessionLoop
{
    private readonly Lock _gate = new();
    private int _firstUnreadable = int.MaxValue;

    private SessionLoop()
    {
    }

    /// <summary>The number of sessions that the server no longer had.</summary>
    public int Deleted { get; private set; }

    /// <summary>The number of sessions for which the API returned an error.</summary>
    public int Unreadable { get; private set; }

    /// <summary>The error of the first of them; null if there are none.</summary>
    public LogItemsApiException? Error { get; private set; }

    /// <summary>Reads the sessions.</summary>
    /// <param name="count">The number of sessions.</param>
    /// <param name="maxConcurrent">The maximum number of sessions to read at a time.</param>
    /// <param name="read">Reads the session with this index.</param>
    /// <param name="onRead">Called after each session, by one thread at a time.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="LogItemsApiException">Access was denied, or the API returned an error for every session.</exception>
    public static async Task<SessionLoop> RunAsync(
        int count, int maxConcurrent, Func<int, CancellationToken, Task> read, Action onRead, CancellationToken cancellationToken)
    {
        var loop = new SessionLoop();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = maxConcurrent, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, count, parallel, async (index, token) =>
        {
            LogItemsApiException? error = null;
            try
            {
                await read(index, token).ConfigureAwait(false);
            }
            catch (LogItemsApiException exception) when (exception.Kind != LogItemsApiErrorKind.AccessDenied)
            {
                error = exception;
            }

            lock (loop._gate)
            {
                loop.Add(index, error);
                onRead();
            }
        }).ConfigureAwait(false);
        if (loop.Error is { } first && loop.Unreadable + loop.Deleted == count)
        {
            ExceptionDispatchInfo.Throw(first);
        }

        return loop;
    }

    private void Add(int index, LogItemsApiException? error)
    {
        if (error is null)
        {
            return;
        }

        if (error.StatusCode == HttpStatusCode.NotFound)
        {
            Deleted++;
            return;
        }

        Unreadable++;
        if (index < _firstUnreadable)
        {
            (_firstUnreadable, Error) = (index, error);
        }
    }
}
