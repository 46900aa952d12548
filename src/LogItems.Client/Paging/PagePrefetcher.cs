using LogItems.Streaming;

namespace LogItems.Paging;

/// <summary>
/// Gets pages and prefetches the next ones, as long as they are requested in the expected order. Each is received while the one before is consumed.
/// Pages are prefetched as soon as one has shown that there is another, and not beyond the end where that is known.
/// </summary>
/// <param name="open">Gets a page that is read while it comes in.</param>
/// <param name="ahead">Number of pages to prefetch; 0 disables prefetching.</param>
/// <param name="sizes">How large pages are.</param>
internal sealed class PagePrefetcher<T>(Func<PageRequest, CancellationToken, Task<IPageReader<T>>> open, int ahead, PageSizes sizes) : IAsyncDisposable
{
    private readonly Queue<PrefetchedPage<T>> _coming = new();
    private IPageReader<T>? _current;
    private bool _hasMore;
    private int? _total;

    /// <summary>Gets whether the current page was requested before it was due.</summary>
    public bool IsPrefetched { get; private set; }

    /// <summary>Gets a page; the one before is given up.</summary>
    public async Task<IPageReader<T>> GetAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (_coming.Count > 0 && !_coming.Peek().Request.IsSameAs(request))
        {
            await ForgetAsync().ConfigureAwait(false);
        }

        if (_current is PrefetchedPage<T> { IsRead: true } before)
        {
            Learn(before);
        }

        await LeaveAsync().ConfigureAwait(false);
        IsPrefetched = _coming.Count > 0;
        if (ahead == 0)
        {
            return _current = await open(request, cancellationToken).ConfigureAwait(false);
        }

        var page = IsPrefetched ? _coming.Dequeue() : new PrefetchedPage<T>(request, open, cancellationToken);
        _current = page;
        Prefetch(cancellationToken);
        try
        {
            await page.OpenedAsync(cancellationToken).ConfigureAwait(false);
            return page;
        }
        catch (Exception) when (IsPrefetched && !cancellationToken.IsCancellationRequested)
        {
            // It failed some time ago, perhaps, and proves nothing: once more, now that it is due.
            await ForgetAsync().ConfigureAwait(false);
            return await GetAsync(request, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The maximum number of pages in progress. The one that is being consumed counts as long as it has not all been taken, so that no more pages are
    /// kept in memory than are to be prefetched; but one is prefetched in any case.
    /// </summary>
    private int Room => _coming.Count > 0 && _current is PrefetchedPage<T> { IsTaken: false } ? ahead - 1 : ahead;

    /// <summary>
    /// Requests as many pages as are to be prefetched and can be expected; none from a server whose pages have no room for a mark, because there only
    /// pages that are requested one after another prove anything.
    /// </summary>
    public void Prefetch(CancellationToken cancellationToken)
    {
        while (sizes.HasRoomFor(1) && _coming.Count < Room && After(_coming.LastOrDefault() ?? (PrefetchedPage<T>?)_current) is { } next)
        {
            _coming.Enqueue(new PrefetchedPage<T>(next, open, cancellationToken));
        }
    }

    /// <summary>Discards the prefetched pages, because the list is not as expected.</summary>
    public async Task ForgetAsync()
    {
        while (_coming.Count > 0)
        {
            await _coming.Dequeue().DisposeAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ForgetAsync().ConfigureAwait(false);
        await LeaveAsync().ConfigureAwait(false);
    }

    /// <summary>The page after another one; null where there is none, or no reason yet to expect one.</summary>
    private PageRequest? After(PrefetchedPage<T>? page)
    {
        if (page is { IsRead: true })
        {
            Learn(page);
            return _hasMore ? page.Request.Next(page.Count, sizes) : null;
        }

        var isFull = page is { HasFailed: false } && _hasMore && !(page.Request.Offset + page.Request.Limit >= _total);
        return isFull ? page!.Request.Next(page.Request.Limit, sizes) : null;
    }

    private void Learn(PrefetchedPage<T> page)
    {
        _total = page.Page.TotalCount;
        _hasMore = sizes.Learn(page.Request, page.Page, page.Count) == PageEnd.More;
    }

    private async ValueTask LeaveAsync()
    {
        if (_current is { } current)
        {
            _current = null;
            await current.DisposeAsync().ConfigureAwait(false);
        }
    }
}
