using System.Runtime.CompilerServices;
using LogItems.Continuation;
using LogItems.Diagnostics;
using LogItems.Models;
using LogItems.Paging;
using LogItems.Streaming;

namespace LogItems;

public partial class LogItemsClient
{
    /// <summary>The number of bytes per requested item that a prefetched page may buffer; items usually take half of it.</summary>
    private const int PrefetchedBytesPerItem = 1024;

    /// <summary>Reads a list across its pages; the client filters and skips what the server cannot.</summary>
    /// <param name="name">The list's name in activities.</param>
    /// <param name="describe">Describes the list in the version in use.</param>
    /// <param name="id">The list's number in continuation tokens; 0 for a list that has none.</param>
    /// <param name="startAt">The number of matching items to skip.</param>
    /// <param name="take">The number of matching items to read; null for all.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    private IAsyncEnumerable<T> ReadAsync<TPage, T>(
        string name, Func<ApiVersion, PagedList<T>> describe, uint id, int startAt, int? take, CancellationToken cancellationToken)
        where TPage : ApiModel, IPage<T>, new()
        where T : ApiModel, IPaged, new()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(startAt);
        ArgumentOutOfRangeException.ThrowIfNegative(take ?? 0, nameof(take));
        return IterateAsync(cancellationToken);

        async IAsyncEnumerable<T> IterateAsync([EnumeratorCancellation] CancellationToken token)
        {
            if (take == 0)
            {
                yield break;
            }

            using var span = new EnumerationActivity(name, Server);
            var cursor = new ListCursor(id, startAt);
            var version = await GetVersionAsync(token).ConfigureAwait(false);
            var list = describe(version);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(token, _disposed.Token);
            var (skip, left) = (list.IsPositionedByServer ? 0 : startAt, take ?? int.MaxValue);
            var reading = CreateReader<TPage, T>(list, take).ReadAsync(startAt - skip, either.Token).GetAsyncEnumerator(either.Token);
            await using var pages = reading.ConfigureAwait(false);
            while (await NextAsync(reading, span, cursor, token).ConfigureAwait(false) is { } items)
            {
                foreach (var item in items)
                {
                    token.ThrowIfCancellationRequested();
                    ThrowIfDisposed();
                    if (list.Filter?.Invoke(item) == false)
                    {
                        continue;
                    }

                    if (skip > 0)
                    {
                        skip--;
                        continue;
                    }

                    span.Count++;
                    cursor.MoveTo(item);
                    yield return item;
                    if (--left == 0)
                    {
                        yield break;
                    }
                }
            }
        }
    }

    /// <summary>The next items; null at the end of the list.</summary>
    private async ValueTask<List<T>?> NextAsync<T>(
        IAsyncEnumerator<List<T>> reading,
        EnumerationActivity span,
        ListCursor cursor,
        CancellationToken cancellationToken)
    {
        span.Resume();
        try
        {
            return await reading.MoveNextAsync().ConfigureAwait(false) ? reading.Current : null;
        }
        catch (Exception) when (_disposed.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ObjectDisposedException(GetType().FullName);
        }
        catch (OperationCanceledException canceled) when (cancellationToken.IsCancellationRequested && canceled.CancellationToken != cancellationToken)
        {
            throw new OperationCanceledException(canceled.Message, canceled, cancellationToken);
        }
        catch (Exception failure)
        {
            span.Fail(failure);
            cursor.Report(failure);
            throw;
        }
    }

    /// <remarks>
    /// Items are delivered in batches of those available, so that advancing to the next one is cheap. If the version has no defined order,
    /// all identifiers are remembered; if it has one, those of three pages.
    /// </remarks>
    private PagedItemReader<T> CreateReader<TPage, T>(PagedList<T> list, int? take)
        where TPage : ApiModel, IPage<T>, new()
        where T : ApiModel, IPaged, new()
    {
        // The first page may be enough; nothing is requested before it is known to be needed.
        var sizes = new PageSizes(list.IsPositionedByServer && take < PageSizes.FirstOf(_options.PageSize) ? take : _options.PageSize);
        var seen = new SeenItems(list.IsOrdered ? SeenItems.Window : null);
        var prefetch = list.HasPages && take is null ? _options.PagePrefetch : 0;
        var pages = new PagePrefetcher<T>(OpenAsync, prefetch, sizes);
        var maxResumptions = _requestOptions?.MaxRetries ?? _options.MaxRetries;
        return new PagedItemReader<T>(list, pages, sizes, seen, maxResumptions, new PagingDiagnostics(_logger, _options.OnConcurrentChange));

        async Task<IPageReader<T>> OpenAsync(PageRequest page, CancellationToken cancellationToken)
        {
            using var request = list.CreatePageRequest(page);
            var ahead = prefetch > 0 ? page.Limit * PrefetchedBytesPerItem : 0;
            return await OpenPageAsync<TPage, T>(request, ahead, cancellationToken).ConfigureAwait(false);
        }
    }
}
