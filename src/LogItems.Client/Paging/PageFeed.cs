namespace LogItems;

/// <summary>
/// Gets pages, and while one is being consumed the next ones, as long as they are asked for in the order that was foreseen. The first is
/// handed out while it is coming in.
/// </summary>
/// <param name="open">Gets a page that is read while it comes in.</param>
/// <param name="fetch">Gets a page whole.</param>
/// <param name="ahead">How many pages to get ahead; 0 for none.</param>
/// <param name="sizes">How large pages are.</param>
internal sealed class PageFeed<T>(
    Func<PageRequest, CancellationToken, Task<IPageReading<T>>> open,
    Func<PageRequest, CancellationToken, Task<IPage<T>>> fetch,
    int ahead,
    PageSizes sizes) : IAsyncDisposable
{
    private readonly Queue<(PageRequest Request, Task<IPage<T>> Page)> _coming = new();
    private CancellationTokenSource _cancelling = new();

    /// <summary>Gets a page.</summary>
    /// <param name="request">Which.</param>
    /// <param name="mayFollow">Whether there is reason to expect more pages after it.</param>
    /// <param name="cancellationToken">Ends the getting.</param>
    public async Task<IPageReading<T>> GetAsync(PageRequest request, bool mayFollow, CancellationToken cancellationToken)
    {
        if (ahead == 0 || !mayFollow)
        {
            return await open(request, cancellationToken).ConfigureAwait(false);
        }

        if (_coming.Count > 0 && !_coming.Peek().Request.IsSameAs(request))
        {
            await ForgetAsync().ConfigureAwait(false);
        }

        GetAhead(request);
        var (_, coming) = _coming.Dequeue();
        var page = await coming.WaitAsync(cancellationToken).ConfigureAwait(false);
        sizes.Learn(request.Limit, page.Limit);
        if (page.Results.Count < request.Limit)
        {
            await ForgetAsync().ConfigureAwait(false);
        }
        else
        {
            GetAhead(request.Next(sizes));
        }

        return new WholePage<T>(page);
    }

    public async ValueTask DisposeAsync()
    {
        await ForgetAsync().ConfigureAwait(false);
        _cancelling.Dispose();
    }

    /// <summary>Has as many pages coming as are to be got ahead, from the one given on.</summary>
    private void GetAhead(PageRequest request)
    {
        while (_coming.Count < ahead)
        {
            var next = _coming.Count == 0 ? request : _coming.Last().Request.Next(sizes);
            _coming.Enqueue((next, fetch(next, _cancelling.Token)));
        }
    }

    /// <summary>Gives up what is coming, because the session is not what was foreseen.</summary>
    private async Task ForgetAsync()
    {
        if (_coming.Count == 0)
        {
            return;
        }

        await _cancelling.CancelAsync().ConfigureAwait(false);
        foreach (var (_, coming) in _coming)
        {
            // Whatever comes of it, nobody wants it any more.
            await coming.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).ConfigureAwait(false);
        }

        _coming.Clear();
        _cancelling.Dispose();
        _cancelling = new CancellationTokenSource();
    }
}
