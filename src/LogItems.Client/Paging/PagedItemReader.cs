using System.Runtime.CompilerServices;
using LogItems.Models;

namespace LogItems.Paging;

/// <summary>
/// Reads across pages by offset so that nothing is delivered twice and nothing is left out unnoticed, though the session may change
/// meanwhile. The states and rules are in the README beside this file.
/// </summary>
internal sealed class PagedItemReader<T>(
    PagedList<T> list, PagePrefetcher<T> feed, PageSizes sizes, MetItems met, int maxResumptions, IPagingObserver observer)
    where T : ApiModel, IPaged
{
    /// <summary>At most so often everything is read where it is in doubt.</summary>
    private const int MaxPasses = 4;

    /// <summary>So many pages in a row without a new item end the reading.</summary>
    private const int MaxStalls = 100;

    /// <summary>The first offset of this pass at which something may have been missed; null where nothing was.</summary>
    private long? _doubt;

    /// <summary>The number of items that the pass before had met, and the first of them, if there were just as many at its end.</summary>
    private (int Count, ItemKey First)? _before;

    /// <summary>The total that the pages of this pass have sent last; null for none.</summary>
    private int? _total;

    /// <summary>Gets whether the total changed at a page that nothing else joins to the one before: the items may have moved there.</summary>
    private bool _hasTotalChanged;

    /// <summary>Reads from an offset to the end, as many items at a time as are at hand.</summary>
    public async IAsyncEnumerable<List<T>> ReadAsync(int startAt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var pages = feed.ConfigureAwait(false);
        for (var pass = 1; ; pass++)
        {
            var position = BeginPass(startAt);
            while (!position.IsEnd)
            {
                var due = position.Due;
                met.BeginPage();
                var page = new PageReader<T>(due, await feed.GetAsync(due, cancellationToken).ConfigureAwait(false), met, position.CatchUp);
                while (await NextAsync(page, position, cancellationToken).ConfigureAwait(false) is { } items)
                {
                    if (Sift(page, items, position))
                    {
                        yield return items;
                    }
                }

                if (page.IsMarkMissing && feed.IsPrefetched)
                {
                    // It was answered before the page before it, perhaps, and proves nothing: once more, now that it is due.
                    await feed.ForgetAsync().ConfigureAwait(false);
                    position.RequestAgain();
                    continue;
                }

                observer.PageRead(due.Offset, page.Count, page.UnreadableValues, page.IsWhole ? page.Page.TotalCount : null);
                if (!page.IsWhole)
                {
                    DoubtIf(page.HasMoved, due);
                    position.Resume(page);
                }
                else if (IsAccepted(page, position))
                {
                    if (page.Held is { } held && Sift(page, held, position))
                    {
                        yield return held;
                    }

                    MoveOn(page, position);
                }
            }

            if (IsSettled(position, startAt))
            {
                yield break;
            }

            if (pass == MaxPasses || !met.IsComplete)
            {
                Report(_doubt!.Value, mayHaveMissedItems: true);
                yield break;
            }
        }
    }

    private PagePosition BeginPass(int startAt)
    {
        (_doubt, _total, _hasTotalChanged) = (null, null, false);
        met.BeginPass();
        return new PagePosition(startAt, sizes, !list.HasPages);
    }

    /// <summary>
    /// Determines whether nothing can have been missed: there was no doubt, or all items of the pass before were there again, and those were as many as
    /// there had been at its end.
    /// </summary>
    private bool IsSettled(PagePosition position, int startAt)
    {
        // Where some are skipped, it matters whether those were the same.
        var first = startAt > 0 ? met.First : default;
        var isConfirmed = _before == (met.CountAgain, first) && !_hasTotalChanged;
        _before = position.IsEndProven && met.Count == position.Length && !_hasTotalChanged ? (met.Count, first) : null;
        return _doubt is null || isConfirmed;
    }

    /// <summary>The page's next items; null where it ends, breaks off or need not be read any further.</summary>
    private async ValueTask<List<T>?> NextAsync(PageReader<T> page, PagePosition position, CancellationToken cancellationToken)
    {
        if (page.IsMarkMissing && feed.IsPrefetched)
        {
            return null;
        }

        feed.Prefetch(cancellationToken);
        try
        {
            return await page.NextAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is HttpRequestException or TimeoutException && position.Resumptions < maxResumptions)
        {
            return null;
        }
    }

    /// <summary>Leaves only those that were not delivered before.</summary>
    private static bool Sift(PageReader<T> page, List<T> items, PagePosition position)
    {
        var isAny = page.Sift(items);
        if (page.HasProgress)
        {
            position.Progress();
        }

        return isAny;
    }

    /// <summary>Determines whether a page that has been read whole continues what was read before; otherwise it is requested again, or it goes back.</summary>
    private bool IsAccepted(PageReader<T> page, PagePosition position)
    {
        if (!page.IsMarkMissing)
        {
            return true;
        }

        var isAttached = page.IsAttached;
        if (!isAttached && position.TryRepeat())
        {
            return false;
        }

        var isBack = !isAttached && position.TryGoBack(met.Reach);
        Report(page.Request.Offset + page.Request.Overlap, mayHaveMissedItems: false);

        // Where the order is defined, what was there all the time is still where it was to each other; otherwise it may have moved.
        DoubtIf(!list.IsOrdered || (!isAttached && !isBack && page.Request.Offset > 0), page.Request);
        if (isBack)
        {
            return false;
        }

        if (!isAttached && !met.IsComplete)
        {
            throw PagingFailure.Lost(list.CreateRequest, page.Request.Offset);
        }

        position.CatchUp.Begin();
        return true;
    }

    private void MoveOn(PageReader<T> page, PagePosition position)
    {
        var isJoined = position.IsJoined(page.Request);
        _hasTotalChanged |= !isJoined && page.Page.TotalCount != _total;
        _total = page.Page.TotalCount;
        DoubtIf(page.HasMoved || !isJoined, page.Request);
        position.Forward(page, mayBeStale: feed.IsPrefetched && !list.IsOrdered);
        if (position is { IsEnd: true, IsEndProven: false })
        {
            DoubtIf(isDoubtful: true, page.Request);
            if (page.Page.IsBareArray && page.Count > 1 && page.Count == met.Total)
            {
                sizes.AskForLessThan(page.Count);
            }
        }

        if (position.Stalls > MaxStalls)
        {
            throw PagingFailure.Endless(list.CreateRequest, page.Request.Offset, MaxStalls);
        }
    }

    private void DoubtIf(bool isDoubtful, PageRequest request) => _doubt ??= isDoubtful ? request.Offset + request.Overlap : null;

    private void Report(long offset, bool mayHaveMissedItems) =>
        observer.Shifted(new ConcurrentChange((int)Math.Min(offset, int.MaxValue), mayHaveMissedItems));
}
