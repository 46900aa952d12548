using LogItems.Models;

namespace LogItems.Streaming;

/// <summary>One page while its items are being read.</summary>
internal interface IPageReader<T> : IAsyncDisposable
{
    /// <summary>What stands around the items; complete when they have been read to the end.</summary>
    IPage Page { get; }

    /// <summary>The next items, as many as are at hand, in a list that is the caller's; null at the end of the page.</summary>
    ValueTask<List<T>?> NextAsync(CancellationToken cancellationToken);
}
