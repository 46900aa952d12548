namespace LogItems;

/// <summary>One page while its items are being read.</summary>
internal interface IPageReading<T> : IAsyncDisposable
{
    /// <summary>What stands around the items; complete when they have been read to the end.</summary>
    IPage<T> Page { get; }

    /// <summary>The items, to be read once.</summary>
    IAsyncEnumerable<T> ReadItemsAsync(CancellationToken cancellationToken);
}
