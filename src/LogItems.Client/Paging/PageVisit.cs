namespace LogItems;

/// <summary>One page being read, item by item.</summary>
internal sealed class PageVisit<T> : IAsyncDisposable
    where T : WireObject, IPaged
{
    private readonly IPageReading<T> _reading;
    private readonly IAsyncEnumerator<T> _items;

    public PageVisit(PageRequest request, IPageReading<T> reading, CancellationToken cancellationToken)
    {
        Request = request;
        _reading = reading;
        _items = reading.ReadItemsAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
    }

    public PageRequest Request { get; }

    public PageShape Shape { get; } = new();

    /// <summary>What stands around the items; complete when they have been read to the end.</summary>
    public IPage<T> Page => _reading.Page;

    /// <summary>How many values of its items could not be read so far.</summary>
    public int UnreadableValues { get; private set; }

    /// <summary>All items of a page that does not begin as it has to: what that means shows when it has been seen whole.</summary>
    public List<T>? Held { get; private set; }

    /// <summary>The next item to be delivered; null at the end of the page.</summary>
    public async ValueTask<T?> NextAsync()
    {
        while (await _items.MoveNextAsync().ConfigureAwait(false))
        {
            var item = _items.Current;
            Shape.Add(item);
            UnreadableValues += item.Issues.Count;
            if (Shape.Count == 1 && Request.Mark is { } mark && item.Id != mark)
            {
                Held = [];
            }

            if (Held is null)
            {
                return item;
            }

            Held.Add(item);
        }

        return null;
    }

    /// <summary>Whether it is the last page: by the <c>next</c> link where there are links, else by its not being full.</summary>
    public bool IsLast =>
        Shape.Count == 0
        || (Page.Links.Count > 0 ? !Page.Links.ContainsKey("next")
            : Page.IsBareArray ? Shape.Count != Request.Limit
            : Shape.Count < (Page.Limit ?? Request.Limit));

    public async ValueTask DisposeAsync()
    {
        await _items.DisposeAsync().ConfigureAwait(false);
        await _reading.DisposeAsync().ConfigureAwait(false);
    }
}
