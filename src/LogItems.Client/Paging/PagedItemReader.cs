using System.Runtime.CompilerServices;
using LogItems.Models;

namespace LogItems.Paging;

/// <summary>
/// Reads across pages by offset so that nothing is delivered twice and nothing is left out unnoticed, though the session may grow
/// and shrink meanwhile: each page begins with the last item of the page before, and that has to be there.
/// </summary>
internal sealed class PagedItemReader<T>(PagePrefetcher<T> feed, PageSizes sizes, SeenIds seen, bool isUndocumented, int maxResumptions, IPagingObserver observer)
    where T : ApiModel, IPaged
{
    /// <summary>So often everything is read again after items came in where had been read already.</summary>
    private const int MaxPasses = 3;

    private int _pass;
    private bool _grewBehind;

    /// <summary>Reads from an offset to the end, as many items at a time as are at hand.</summary>
    public async IAsyncEnumerable<List<T>> ReadAsync(int startAt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var pages = feed.ConfigureAwait(false);
        do
        {
            _grewBehind = false;
            await foreach (var items in ReadOnceAsync(startAt, cancellationToken).ConfigureAwait(false))
            {
                yield return items;
            }
        }
        while (_grewBehind && seen.IsComplete && ++_pass < MaxPasses);

        if (_grewBehind)
        {
            observer.Shifted(new ConcurrentChange(startAt, MayHaveMissedItems: true));
        }
    }

    private async IAsyncEnumerable<List<T>> ReadOnceAsync(int startAt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = new PageCursor(startAt, sizes, isUndocumented);
        var isEnd = false;
        while (!isEnd)
        {
            var due = cursor.Due;
            var visit = new PageReader<T>(due, await feed.GetAsync(due, cancellationToken).ConfigureAwait(false), seen);
            while (await NextAsync(visit, cursor, cancellationToken).ConfigureAwait(false) is { } items)
            {
                if (IsAnyNew(items, cursor))
                {
                    yield return items;
                }
            }

            if (visit.IsMarkMissing && feed.IsFromAhead)
            {
                // It was answered before the page before it, perhaps, and proves nothing: once more, now that it is due.
                await feed.ForgetAsync().ConfigureAwait(false);
                continue;
            }

            observer.PageRead(due.Offset, visit.Shape.Count, visit.UnreadableValues);
            isEnd = visit.IsWhole ? Advance(cursor, visit) : Resume(cursor, visit);
            if (visit is { IsWhole: true, Held: { } held } && !ReferenceEquals(visit.Shape, cursor.Lost) && IsAnyNew(held, cursor))
            {
                yield return held;
            }
        }
    }

    /// <summary>The page's next items; null where it ends, breaks off or need not be read any further.</summary>
    private async ValueTask<List<T>?> NextAsync(PageReader<T> visit, PageCursor cursor, CancellationToken cancellationToken)
    {
        if (visit.IsMarkMissing && feed.IsFromAhead)
        {
            return null;
        }

        feed.GetAhead(cancellationToken);
        try
        {
            return await visit.NextAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is HttpRequestException or TimeoutException && cursor.Resumptions < maxResumptions)
        {
            return null;
        }
    }

    /// <summary>Leaves only those that were not delivered before.</summary>
    private bool IsAnyNew(List<T> items, PageCursor cursor)
    {
        items.RemoveAll(item => !seen.Add(item.Id));
        if (items.Count == 0)
        {
            return false;
        }

        // One without an identifier may have come before.
        if (items.Exists(item => item.Id != Guid.Empty))
        {
            cursor.Progress();
        }

        return true;
    }

    private static bool Resume(PageCursor cursor, PageReader<T> visit)
    {
        if (!visit.Request.IsUnpaged && visit.Held is null)
        {
            cursor.Resume(visit.Request, visit.Shape);
        }
        else
        {
            cursor.Repeat();
        }

        return false;
    }

    /// <summary>Judges a page that has been read whole and moves the cursor.</summary>
    /// <returns>Whether it was the last one.</returns>
    private bool Advance(PageCursor cursor, PageReader<T> visit)
    {
        if (visit.Shape.Count > 0 && visit.Shape == cursor.Before)
        {
            // The same page at another offset: the server does not page, or just as many items came in before as a page has.
            if (!visit.Page.IsBareArray)
            {
                observer.Shifted(new ConcurrentChange(visit.Request.Offset + 1, MayHaveMissedItems: true));
            }

            return true;
        }

        sizes.Learn(visit.Request, visit.Page.Limit);
        if (visit.IsMarkMissing)
        {
            var hasMoved = visit.Held?.Exists(item => seen.Contains(item.Id)) == true;
            if (!hasMoved && cursor.TryGoBack(seen.Reach, visit.Shape))
            {
                observer.Shifted(new ConcurrentChange(visit.Request.Offset + 1, MayHaveMissedItems: false));
                return false;
            }

            // Items came in before; if none of the page is known, it cannot be told what is missing.
            _grewBehind |= hasMoved;
            observer.Shifted(new ConcurrentChange(visit.Request.Offset + 1, MayHaveMissedItems: !hasMoved));
        }

        cursor.GoOn(visit.Request, visit.Shape);
        return visit.Request.IsLast(visit.Page, visit.Shape.Count);
    }
}
