using System.Runtime.CompilerServices;

namespace LogItems;

/// <summary>
/// Reads across pages by offset so that nothing is delivered twice and nothing is left out unnoticed, though the session may grow
/// and shrink meanwhile: each page begins with the last item of the page before, and that has to be there.
/// </summary>
internal sealed class PageWalker<T>(PageFeed<T> feed, PageSizes sizes, SeenIds seen, bool hasPages, int maxResumptions, IPagingObserver observer)
    where T : WireObject, IPaged
{
    /// <summary>So often everything is read again after items came in where had been read already.</summary>
    private const int MaxPasses = 3;

    private int _pass;
    private bool _grewBehind;

    /// <summary>Reads from an offset to the end.</summary>
    public async IAsyncEnumerable<T> ReadAsync(int startAt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var pages = feed.ConfigureAwait(false);
        do
        {
            _grewBehind = false;
            await foreach (var item in ReadOnceAsync(startAt, cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }
        }
        while (_grewBehind && seen.IsComplete && ++_pass < MaxPasses);

        if (_grewBehind)
        {
            observer.Shifted(new PagingShift(startAt, MayHaveMissedItems: true));
        }
    }

    private async IAsyncEnumerable<T> ReadOnceAsync(int startAt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = new PageCursor(startAt, sizes);
        var isEnd = false;
        while (!isEnd)
        {
            var due = cursor.Due;
            var reading = await feed.GetAsync(due, mayFollow: !cursor.IsFirst, cancellationToken).ConfigureAwait(false);
            var visit = new PageVisit<T>(due, reading, cancellationToken);
            await using var page = visit.ConfigureAwait(false);
            var isWhole = true;
            while (true)
            {
                T? item;
                try
                {
                    item = await visit.NextAsync().ConfigureAwait(false);
                }
                catch (Exception broken) when (broken is HttpRequestException or TimeoutException && cursor.Resumptions < maxResumptions)
                {
                    (item, isWhole) = (null, false);
                }

                if (item is null)
                {
                    break;
                }

                if (seen.Add(item.Id))
                {
                    cursor.Progress(item.Id);
                    yield return item;
                }
            }

            observer.PageRead(due.Offset, visit.Shape.Count, visit.UnreadableValues);
            isEnd = isWhole ? Advance(cursor, visit) : Resume(cursor, visit);
            foreach (var item in isWhole && !ReferenceEquals(visit.Shape, cursor.Lost) ? visit.Held ?? [] : [])
            {
                if (seen.Add(item.Id))
                {
                    cursor.Progress(item.Id);
                    yield return item;
                }
            }
        }
    }

    private bool Resume(PageCursor cursor, PageVisit<T> visit)
    {
        if (hasPages && visit.Held is null)
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
    private bool Advance(PageCursor cursor, PageVisit<T> visit)
    {
        if (visit.Shape == cursor.Before)
        {
            return true; // The same page at another offset: the server does not page.
        }

        sizes.Learn(visit.Request.Limit, visit.Page.Limit);
        if (visit.Request.Mark is not null && (visit.Held is not null || visit.Shape.Count == 0))
        {
            var hasMoved = visit.Held?.Exists(item => seen.Contains(item.Id)) == true;
            if (!hasMoved && cursor.TryGoBack(seen.Reach, visit.Shape))
            {
                observer.Shifted(new PagingShift(visit.Request.Offset + 1, MayHaveMissedItems: false));
                return false;
            }

            // Items came in before; if none of the page is known, it cannot be told what is missing.
            _grewBehind |= hasMoved;
            observer.Shifted(new PagingShift(visit.Request.Offset + 1, MayHaveMissedItems: !hasMoved));
        }

        cursor.GoOn(visit.Request, visit.Shape);
        return visit.IsLast;
    }
}
