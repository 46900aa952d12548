using System.Runtime.CompilerServices;

namespace LogItems;

public partial class LogItemsClient
{
    /// <summary>Reads a list across its pages; what the server cannot filter or skip, the client does.</summary>
    /// <param name="describe">Describes the list in the version in use.</param>
    /// <param name="startAt">How many matching items to skip.</param>
    /// <param name="take">How many matching items to read; null for all.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    private IAsyncEnumerable<T> ReadAsync<TPage, T>(
        Func<ApiVersion, PagedList<T>> describe, int startAt, int? take, CancellationToken cancellationToken)
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

            var list = describe(await GetVersionAsync(token).ConfigureAwait(false));
            var (skip, left) = (list.IsPositionedByServer ? 0 : startAt, take ?? int.MaxValue);
            var reader = CreateReader<TPage, T>(list, take);
            await foreach (var items in reader.ReadAsync(startAt - skip, token).ConfigureAwait(false))
            {
                foreach (var item in items)
                {
                    token.ThrowIfCancellationRequested();
                    if (list.Filter?.Invoke(item) == false)
                    {
                        continue;
                    }

                    if (skip > 0)
                    {
                        skip--;
                        continue;
                    }

                    yield return item;
                    if (--left == 0)
                    {
                        yield break;
                    }
                }
            }
        }
    }

    /// <remarks>
    /// Items come as many at a time as are at hand, so that going from one to the next is cheap. Where the version has no defined order,
    /// every identifier is remembered; where it has one, those of three pages.
    /// </remarks>
    private PagedItemReader<T> CreateReader<TPage, T>(PagedList<T> list, int? take)
        where TPage : ApiModel, IPage<T>, new()
        where T : ApiModel, IPaged, new()
    {
        // What is taken may be on the first page; nothing is requested before it is known to be needed.
        var sizes = new PageSizes(list.IsPositionedByServer && take < PageSizes.FirstOf(_options.PageSize) ? take : _options.PageSize);
        var seen = new SeenIds(list.IsOrdered ? 3 * sizes.Largest : null);
        var pages = new PagePrefetcher<T>(OpenAsync, list.HasPages && take is null ? _options.PagePrefetch : 0, sizes);
        return new PagedItemReader<T>(
            pages, sizes, seen, !list.HasPages, _options.MaxRetries, new PagingDiagnostics(_logger, _options.OnConcurrentChange));

        async Task<IPageReader<T>> OpenAsync(PageRequest page, CancellationToken cancellationToken)
        {
            using var request = list.CreatePageRequest(page);
            return await OpenPageAsync<TPage, T>(request, cancellationToken).ConfigureAwait(false);
        }
    }
}
