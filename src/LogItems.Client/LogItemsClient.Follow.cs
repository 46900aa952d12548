using System.Runtime.CompilerServices;
using LogItems.Following;

namespace LogItems;

public partial class LogItemsClient
{
    /// <inheritdoc/>
    public virtual async IAsyncEnumerable<LogItem> FollowLogItemsAsync(
        Guid sessionId, FollowOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        options ??= new();
        options.Validate();
        var delivered = new FollowedItems();
        var interval = options.MinInterval;
        var lastAnswer = _options.TimeProvider.GetTimestamp();
        JobSession? session = null;
        while (true)
        {
            var (items, seen, failure, isFinal) = await PollAsync(sessionId, delivered, cancellationToken).ConfigureAwait(false);
            session = seen ?? session;
            foreach (var item in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                ThrowIfDisposed();
                yield return item;
            }

            if (isFinal)
            {
                failure!.Throw();
            }

            if (failure is null && session is { IsRunning: false })
            {
                options.OnPoll?.Invoke(new FollowStatus(session, Failure: null, Outage: TimeSpan.Zero, NextPoll: null));
                yield break;
            }

            if (failure is null)
            {
                lastAnswer = _options.TimeProvider.GetTimestamp();
            }

            var outage = _options.TimeProvider.GetElapsedTime(lastAnswer);
            if (failure is not null && outage >= options.MaxOutage)
            {
                failure.Throw();
            }

            interval = items.Count > 0 ? options.MinInterval : Longer(interval, options.MaxInterval);
            options.OnPoll?.Invoke(new FollowStatus(session, failure?.SourceException, failure is null ? TimeSpan.Zero : outage, interval));
            await UntilDisposedAsync(
                async token =>
                {
                    await _options.TimeProvider.Delay(interval, token).ConfigureAwait(false);
                    return true;
                },
                cancellationToken).ConfigureAwait(false);
        }
    }

    private static TimeSpan Longer(TimeSpan interval, TimeSpan max) => TimeSpan.FromTicks(Math.Min(interval.Ticks * 3 / 2, max.Ticks));
}
