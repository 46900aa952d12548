using LogItems.Streaming;

namespace LogItems.Paging;

/// <summary>
/// Gets pages and prefetches the next ones, as long as they are requested in the expected order. Each is received while the previous one is consumed.
/// Pages are prefetched as soon as one has shown that there is another, and not beyond the end if it is known.
/// </summary>
/// <param name="open">Opens a page that is read while it is received.</param>
/// <param name="ahead">Number of pages to prefetch; 0 disables prefetching.</param>
/// <param name="sizes">The sizes of pages.</param>
internal sealed class PagePrefetcher<T>(Func<PageRequest, CancellationToken, Task<IPageReader<T>>> open, int ahead, PageSizes sizes) : IAsyncDisposable
{
    private readonly Queue<PrefetchedPage<T>> _coming = new();
    private IPageReader<T>? _current;
    private bool _hasMore;
    private int? _total;

    /// <summary>Gets whether the current page was requested before it was due.</summary>
    public bool IsPrefetched { get; private set; }

    /// <summary>Gets a page; the previous one is abandoned.</summary>
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

        await AbandonAsync().ConfigureAwait(false);
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
            // The failure may be outdated, so the page is requested again now that it is due.
            await ForgetAsync().ConfigureAwait(false);
            return await GetAsync(request, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The maximum number of pages in progress. The one being consumed counts until all of its items have been taken, so that no more pages are
    /// kept in memory than are to be prefetched; but at least one is prefetched in any case.
    /// </summary>
    private int MaxInProgress => _coming.Count > 0 && _current is PrefetchedPage<T> { IsTaken: false } ? ahead - 1 : ahead;

    /// <summary>
    /// Requests as many pages as are to be prefetched and can be expected; none from a server whose pages have no room for a mark, because then only
    /// pages that are requested one after another are conclusive.
    /// </summary>
    public void Prefetch(CancellationToken cancellationToken)
    {
        while (sizes.HasRoomFor(1) && _coming.Count < MaxInProgress && After(_coming.LastOrDefault() ?? (PrefetchedPage<T>?)_current) is { } next)
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
        await AbandonAsync().ConfigureAwait(false);
    }

    /// <summary>The request for the page after another one; null if there is none, or no indication of one yet.</summary>
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

    private async ValueTask AbandonAsync()
    {
        if (_current is { } current)
        {
            _current = null;
            await current.DisposeAsync().ConfigureAwait(false);
        }
    }
}
