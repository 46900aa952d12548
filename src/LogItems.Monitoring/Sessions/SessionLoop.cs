using System.Globalization;
using System.Net;
using System.Runtime.ExceptionServices;

namespace LogItems.Monitoring.Sessions;

/// <summary>Reads several sessions at a time. One that was deleted or that the server cannot return does not hide the others.</summary>
internal sealed class SessionLoop
{
    /// <summary>
    /// After this number of errors in a row by which a server says that it is failing, no other session is requested: with its retries, each takes long.
    /// </summary>
    private const int MaxInARow = 10;

    private readonly Lock _gate = new();
    private int _firstUnreadable = int.MaxValue;
    private int _inARow;
    private int _skipped;

    private SessionLoop()
    {
    }

    /// <summary>The number of sessions that the server no longer had.</summary>
    public int Deleted { get; private set; }

    /// <summary>The number of sessions for which the API returned an error, and of those that were not requested any more.</summary>
    public int Unreadable { get; private set; }

    /// <summary>The error of the first of them, and how many were not requested; null if there are none.</summary>
    public string? Reason => _skipped == 0 ? Error?.Message
        : string.Create(CultureInfo.InvariantCulture, $"{Error?.Message} {_skipped:N0} of them were not requested after {MaxInARow} errors in a row.");

    private LogItemsApiException? Error { get; set; }

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
            var error = loop.LastingError();
            try
            {
                if (error is null)
                {
                    await read(index, token).ConfigureAwait(false);
                }
                else
                {
                    Interlocked.Increment(ref loop._skipped);
                }
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

    /// <summary>The error that sessions are not requested any more for; null if they are.</summary>
    private LogItemsApiException? LastingError()
    {
        lock (_gate)
        {
            return _inARow >= MaxInARow ? Error : null;
        }
    }

    private void Add(int index, LogItemsApiException? error)
    {
        if (error is null)
        {
            _inARow = 0;
            return;
        }

        if (error.StatusCode == HttpStatusCode.NotFound)
        {
            Deleted++;
            return;
        }

        Unreadable++;
        _inARow = error.Kind is LogItemsApiErrorKind.Unavailable or LogItemsApiErrorKind.Throttled ? _inARow + 1 : 0;
        if (index < _firstUnreadable)
        {
            (_firstUnreadable, Error) = (index, error);
        }
    }
}
