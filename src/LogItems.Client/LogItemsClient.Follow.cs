using System.Runtime.CompilerServices;

namespace LogItems;

public partial class LogItemsClient
{
    /// <inheritdoc/>
    public virtual async IAsyncEnumerable<LogItem> FollowLogItemsAsync(
        Guid sessionId, FollowOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        options ??= new();
        options.Validate();
        var told = new FollowedItems();
        var interval = options.MinInterval;
        var lastAnswer = _options.TimeProvider.GetTimestamp();
        while (true)
        {
            var (news, hasEnded, failure) = await LookAsync(sessionId, told, cancellationToken).ConfigureAwait(false);
            foreach (var item in news)
            {
                yield return item;
            }

            if (hasEnded)
            {
                yield break;
            }

            if (failure is null)
            {
                lastAnswer = _options.TimeProvider.GetTimestamp();
            }
            else if (_options.TimeProvider.GetElapsedTime(lastAnswer) >= options.MaxOutage)
            {
                failure.Throw();
            }

            interval = news.Count > 0 ? options.MinInterval : Longer(interval, options.MaxInterval);
            await _options.TimeProvider.Delay(interval, cancellationToken).ConfigureAwait(false);
        }
    }

    private static TimeSpan Longer(TimeSpan interval, TimeSpan most) => TimeSpan.FromTicks(Math.Min(interval.Ticks * 3 / 2, most.Ticks));
}
