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
        var items = ReadAsync<LogItem>(
            version, ApiFeatures.ListLogItemsOffset, ApiFeatures.ListLogItemsOrderAsc, startAt,
            async (offset, limit, token) => await ListLogItemsAsync(sessionId, offset, limit, type, orderAsc, token).ConfigureAwait(false),
            cancellationToken);
        await foreach (var item in items.ConfigureAwait(false))
        {
            if (level is null || item.Level == level)
            {
                yield return item;
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
        var items = ReadAsync<LogItem>(
            version, ApiFeatures.ListDataRetrievalLogItemsOffset, ApiFeatures.ListDataRetrievalLogItemsOrderAsc, startAt,
            async (offset, limit, token) => await ListDataRetrievalLogItemsAsync(sessionId, offset, limit, orderAsc, token).ConfigureAwait(false),
            cancellationToken);
        await foreach (var item in items.ConfigureAwait(false))
        {
            if (level is null || item.Level == level)
            {
                yield return item;
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
        var sessions = ReadAsync<JobSession>(
            version, ApiFeatures.ListJobSessionsOffset, order: null, startAt,
            async (offset, limit, token) =>
                await ListJobSessionsAsync(offset, limit, jobType, jobId, state, from, to, token).ConfigureAwait(false),
            cancellationToken);
        await foreach (var session in sessions.ConfigureAwait(false))
        {
            if ((status is null || session.Status == status)
                && (endTimeLowerBound is null || session.EndedAt >= endTimeLowerBound)
                && (endTimeUpperBound is null || session.EndedAt <= endTimeUpperBound))
            {
                yield return session;
            }
        }
    }

    /// <summary>Across pages where the version has them; all at once, and skipped by the client, where it has not.</summary>
    /// <remarks>Where the version has no defined order, every identifier is remembered; where it has one, those of three pages.</remarks>
    private IAsyncEnumerable<T> ReadAsync<T>(
        ApiVersion version,
        ApiFeature paging,
        ApiFeature? order,
        int startAt,
        Func<int?, int?, CancellationToken, Task<IPage<T>>> list,
        CancellationToken cancellationToken)
        where T : WireObject, IPaged
    {
        ArgumentOutOfRangeException.ThrowIfNegative(startAt);
        var seen = new SeenIds(order is not null && version.Supports(order) ? 3 * _options.PageSize : null);
        return version.Supports(paging)
            ? Walker((offset, limit, token) => list(offset, limit, token)).ReadAsync(startAt, cancellationToken)
            : Walker((_, _, token) => list(null, null, token)).ReadAsync(0, cancellationToken).Skip(startAt);

        PageWalker<T> Walker(Func<int, int, CancellationToken, Task<IPage<T>>> fetch) => new(
            async (offset, limit, token) => Count(await fetch(offset, limit, token).ConfigureAwait(false), offset),
            _options.PageSize, seen, ReportShift);
    }

    private IPage<T> Count<T>(IPage<T> page, int offset)
        where T : WireObject
    {
        ClientMetrics.Pages.Add(1);
        ClientMetrics.Items.Add(page.Results.Count);
        var unreadable = page.Results.Sum(item => item.Issues.Count);
        if (unreadable > 0)
        {
            ClientMetrics.UnreadableValues.Add(unreadable);
            ClientLog.UnreadableValues(_logger, unreadable, offset);
        }

        return page;
    }

    private void ReportShift(PagingShift shift)
    {
        ClientMetrics.PagingShifts.Add(1);
        ClientLog.PagingShifted(_logger, shift.Offset, shift.MayHaveMissedItems);
        _options.OnPagingShift?.Invoke(shift);
    }
}
