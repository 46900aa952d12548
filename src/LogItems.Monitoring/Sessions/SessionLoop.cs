using System.Globalization;
using System.Net;
using System.Runtime.ExceptionServices;

namespace LogItems.Monitoring.Sessions;

/// <summary>Reads several sessions concurrently. A session that was deleted or cannot be returned does not affect the others.</summary>
internal sealed class SessionLoop
{
    /// <summary>
    /// The number of consecutive errors that indicate a failing server after which no more sessions are requested, because each takes long with its retries.
    /// </summary>
    private const int MaxInARow = 10;

    private readonly Lock _gate = new();
    private int _firstUnreadable = int.MaxValue;
    private int _inARow;
    private int _skipped;

    private SessionLoop()
    {
    }

    /// <summary>The number of sessions that no longer existed on the server.</summary>
    public int Deleted { get; private set; }

    /// <summary>The number of sessions for which the API returned an error, plus those that were no longer requested.</summary>
    public int Unreadable { get; private set; }

    /// <summary>The error of the first of them, and the number of those that were not requested; null if there are none.</summary>
    public string? Reason => _skipped == 0 ? Error?.Message
        : string.Create(CultureInfo.InvariantCulture, $"{Error?.Message} {_skipped:N0} of them were not requested after {MaxInARow} errors in a row.");

    private LogItemsApiException? Error { get; set; }

    /// <summary>Reads the sessions.</summary>
    /// <param name="count">The number of sessions.</param>
    /// <param name="maxConcurrent">The maximum number of sessions to read concurrently.</param>
    /// <param name="read">Reads the session with this index.</param>
    /// <param name="onRead">Called after each session, never concurrently.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
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

    /// <summary>The error because of which no more sessions are requested; null if there is none.</summary>
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
