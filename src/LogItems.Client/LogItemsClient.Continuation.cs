using System.Runtime.CompilerServices;
using LogItems.Models;
using LogItems.Paging;

namespace LogItems;

public partial class LogItemsClient
{
    /// <summary>Reads a list from its beginning, or from behind the item of a continuation token.</summary>
    /// <param name="list">The list.</param>
    /// <param name="token">The token; null for none.</param>
    /// <param name="startAt">The number of matching items to skip.</param>
    /// <param name="take">The number of matching items to read; null for all.</param>
    /// <param name="read">Reads a number of items from a position on.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    private IAsyncEnumerable<T> ContinueAsync<T>(
        uint list, string? token, int startAt, int? take, Func<int, int?, IAsyncEnumerable<T>> read, CancellationToken cancellationToken)
        where T : ApiModel, IListItem
    {
        if (token is null)
        {
            return read(startAt, take);
        }

        return startAt == 0
            ? ContinueAsync(Models.ContinuationToken.Parse(token, list), take, read, cancellationToken)
            : throw new ArgumentException("StartAt and ContinuationToken are both set; use one of them.");
    }

    private async IAsyncEnumerable<T> ContinueAsync<T>(
        ContinuationToken after, int? take, Func<int, int?, IAsyncEnumerable<T>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : ApiModel, IListItem
    {
        // The item is usually still at its position.
        var isFound = false;
        var max = take is int.MaxValue ? null : take + 1;
        await foreach (var item in read(after.Position.Count - 1, max).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (isFound)
            {
                yield return item;
            }
            else if (!(isFound = item.Id == after.Id))
            {
                break;
            }
        }

        if (isFound)
        {
            yield break;
        }

        // Otherwise, items before it were added or removed.
        var left = take ?? int.MaxValue;
        var search = read(0, null).GetAsyncEnumerator(cancellationToken);
        await using var searching = search.ConfigureAwait(false);
        while (await NextAsync().ConfigureAwait(false))
        {
            var item = search.Current;
            if (!isFound)
            {
                isFound = item.Id == after.Id;
            }
            else if (left-- > 0)
            {
                yield return item;
            }

            if (left <= 0)
            {
                yield break;
            }
        }

        if (!isFound)
        {
            // The item no longer exists, so reading continues at its old position.
            new PagingDiagnostics(_logger, _options.OnConcurrentChange).ListChanged(new ConcurrentChange(after.Position.Count, MayHaveMissedItems: true));
            await foreach (var item in read(after.Position.Count, take).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }
        }

        async ValueTask<bool> NextAsync()
        {
            try
            {
                return await search.MoveNextAsync().ConfigureAwait(false);
            }
            catch (Exception failure) when (!isFound)
            {
                // The items so far were not delivered.
                failure.Data.Remove(ContinuationExceptionExtensions.Key);
                throw;
            }
        }
    }
}
