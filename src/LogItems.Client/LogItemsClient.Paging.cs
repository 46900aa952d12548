using System.Runtime.CompilerServices;

namespace LogItems;

public partial class LogItemsClient
{
    /// <inheritdoc/>
    public virtual async IAsyncEnumerable<LogItem> GetLogItemsAsync(
        Guid sessionId,
        LogItemLevel? level = null,
        bool? orderAsc = null,
        int startAt = 0,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var version = await GetVersionAsync(cancellationToken).ConfigureAwait(false);
        var type = version.Supports(ApiFeatures.ListLogItemsType) ? level?.ToFilter() : null;
        var lists = ReadAsync(
            version, ApiFeatures.ListLogItemsOffset, ApiFeatures.ListLogItemsOrderAsc, startAt,
            async (offset, limit, token) => (IPage<LogItem>)await ListLogItemsAsync(sessionId, offset, limit, type, orderAsc, token).ConfigureAwait(false),
            cancellationToken);
        await foreach (var items in lists.ConfigureAwait(false))
        {
            foreach (var item in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (level is null || item.Level == level)
                {
                    yield return item;
                }
            }
        }
    }

    /// <inheritdoc/>
    public virtual async IAsyncEnumerable<LogItem> GetDataRetrievalLogItemsAsync(
        Guid sessionId,
        LogItemLevel? level = null,
        bool? orderAsc = null,
        int startAt = 0,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var version = await GetVersionAsync(cancellationToken).ConfigureAwait(false);
        var lists = ReadAsync(
            version, ApiFeatures.ListDataRetrievalLogItemsOffset, ApiFeatures.ListDataRetrievalLogItemsOrderAsc, startAt,
            async (offset, limit, token) => (IPage<LogItem>)await ListDataRetrievalLogItemsAsync(sessionId, offset, limit, orderAsc, token).ConfigureAwait(false),
            cancellationToken);
        await foreach (var items in lists.ConfigureAwait(false))
        {
            foreach (var item in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (level is null || item.Level == level)
                {
                    yield return item;
                }
            }
        }
    }

    /// <inheritdoc/>
    public virtual async IAsyncEnumerable<JobSession> GetJobSessionsAsync(
        JobSessionStatus? status = null,
        DateTimeOffset? endTimeLowerBound = null,
        DateTimeOffset? endTimeUpperBound = null,
        string? jobType = null,
        Guid? jobId = null,
        int startAt = 0,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var version = await GetVersionAsync(cancellationToken).ConfigureAwait(false);
        var state = version.Supports(ApiFeatures.ListJobSessionsStatus) ? status?.ToFilter() : null;
        var from = version.Supports(ApiFeatures.ListJobSessionsEndTimeLowerBound) ? endTimeLowerBound : null;
        var to = version.Supports(ApiFeatures.ListJobSessionsEndTimeUpperBound) ? endTimeUpperBound : null;
        var lists = ReadAsync(
            version, ApiFeatures.ListJobSessionsOffset, order: null, startAt,
            async (offset, limit, token) => (IPage<JobSession>)await ListJobSessionsAsync(offset, limit, jobType, jobId, state, from, to, token).ConfigureAwait(false),
            cancellationToken);
        await foreach (var sessions in lists.ConfigureAwait(false))
        {
            foreach (var session in sessions)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if ((status is null || session.Status == status)
                    && (endTimeLowerBound is null || session.EndedAt >= endTimeLowerBound)
                    && (endTimeUpperBound is null || session.EndedAt <= endTimeUpperBound))
                {
                    yield return session;
                }
            }
        }
    }

    /// <summary>Across pages where the version has them; all at once, and skipped by the client, where it has not.</summary>
    /// <remarks>
    /// As many at a time as are at hand, so that going from one to the next is cheap. Where the version has no defined order, every
    /// identifier is remembered; where it has one, those of three pages.
    /// </remarks>
    private IAsyncEnumerable<List<T>> ReadAsync<T>(
        ApiVersion version,
        ApiFeature paging,
        ApiFeature? order,
        int startAt,
        Func<int?, int?, CancellationToken, Task<IPage<T>>> list,
        CancellationToken cancellationToken)
        where T : ApiModel, IPaged
    {
        ArgumentOutOfRangeException.ThrowIfNegative(startAt);
        var hasPages = version.Supports(paging);
        var sizes = new PageSizes(_options.PageSize);
        var seen = new SeenIds(order is not null && version.Supports(order) ? 3 * sizes.Largest : null);
        var feed = new PagePrefetcher<T>(OpenAsync, hasPages ? _options.PagePrefetch : 0, sizes);
        var walker = new PagedItemReader<T>(
            feed, sizes, seen, hasPages, _options.MaxRetries, new PagingDiagnostics(_logger, _options.OnConcurrentChange));
        return hasPages ? walker.ReadAsync(startAt, cancellationToken) : SkipAsync(walker.ReadAsync(0, cancellationToken), startAt);

        async Task<IPageReader<T>> OpenAsync(PageRequest request, CancellationToken token)
        {
            StreamingResponse.IsWanted = true;
            var page = await (hasPages ? list(request.Offset, request.Limit, token) : list(null, null, token)).ConfigureAwait(false);
            return page.Incoming ?? new WholePage<T>(page);
        }
    }

    private static async IAsyncEnumerable<List<T>> SkipAsync<T>(IAsyncEnumerable<List<T>> lists, int count)
    {
        await foreach (var items in lists.ConfigureAwait(false))
        {
            var skipped = Math.Min(count, items.Count);
            items.RemoveRange(0, skipped);
            count -= skipped;
            yield return items;
        }
    }
}
