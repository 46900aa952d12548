using LogItems.Models;

namespace LogItems.Streaming;

/// <summary>One page while its items are being read.</summary>
internal interface IPageReader<T> : IAsyncDisposable
{
    /// <summary>The page without its items; complete when they have been read to the end.</summary>
    IPage Page { get; }

    /// <summary>The next available items, in a list that the caller owns; null at the end of the page.</summary>
    ValueTask<List<T>?> NextAsync(CancellationToken cancellationToken);
}
