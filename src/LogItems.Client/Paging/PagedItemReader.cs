using System.Runtime.CompilerServices;
using LogItems.Models;

namespace LogItems.Paging;

/// <summary>
/// Reads across pages by offset so that no item is delivered twice or missed unnoticed, even if the session changes
/// in the meantime. The states and rules are in the README beside this file.
/// </summary>
internal sealed class PagedItemReader<T>(
    PagedList<T> list, PagePrefetcher<T> feed, PageSizes sizes, SeenItems seen, int maxResumptions, IPagingObserver observer)
    where T : ApiModel, IPaged
{
    /// <summary>The maximum number of passes over a list that changes.</summary>
    private const int MaxPasses = 4;

    /// <summary>The number of consecutive pages without a new item after which reading fails.</summary>
    private const int MaxStalls = 100;

    /// <summary>The first offset of this pass at which an item may have been missed; null if there is none.</summary>
    private long? _doubt;

    /// <summary>The number of items that the previous pass had seen, and the first of them, if there were exactly as many at its end.</summary>
    private (int Count, ItemKey First)? _before;

    /// <summary>The last total that the pages of this pass have reported; null if there is none.</summary>
    private int? _total;

    /// <summary>Whether the total changed at a page without a mark that connects it to the previous one: items may have moved there.</summary>
    private bool _hasTotalChanged;

    /// <summary>Reads from an offset to the end, in batches of the items available.</summary>
    public async IAsyncEnumerable<List<T>> ReadAsync(int startAt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var pages = feed.ConfigureAwait(false);
        for (var pass = 1; ; pass++)
        {
            var position = BeginPass(startAt);
            while (!position.IsEnd)
            {
                var due = position.Due;
                seen.BeginPage();
                var page = new PageReader<T>(due, await feed.GetAsync(due, cancellationToken).ConfigureAwait(false), seen, position.CatchUp);
                while (await NextAsync(page, position, cancellationToken).ConfigureAwait(false) is { } items)
                {
                    if (KeepNew(page, items, position))
                    {
                        yield return items;
                    }
                }

                if (page.IsMarkMissing && feed.IsPrefetched)
                {
                    // It may have been answered before the previous page, so it is requested again now that it is due.
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
                    if (page.Held is { } held && KeepNew(page, held, position))
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

            if (pass == MaxPasses || !seen.IsComplete)
            {
                Report(_doubt!.Value, mayHaveMissedItems: true);
                yield break;
            }
        }
    }

    private PagePosition BeginPass(int startAt)
    {
        (_doubt, _total, _hasTotalChanged) = (null, null, false);
        seen.BeginPass();
        return new PagePosition(startAt, sizes, !list.HasPages);
    }

    /// <summary>
    /// Determines whether nothing can have been missed: there was no doubt, or all items of the previous pass were seen again, and those were as many as
    /// the list had at its end.
    /// </summary>
    private bool IsSettled(PagePosition position, int startAt)
    {
        // If items are skipped, the first item shows whether the same ones were skipped.
        var first = startAt > 0 ? seen.First : default;
        var isConfirmed = _before == (seen.CountAgain, first) && !_hasTotalChanged;
        _before = position.IsEndProven && seen.Count == position.Length && !_hasTotalChanged ? (seen.Count, first) : null;
        return _doubt is null || isConfirmed;
    }

    /// <summary>The page's next items; null if it ends, is cut off or need not be read any further.</summary>
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

    /// <summary>Keeps only items that were not delivered before.</summary>
    private static bool KeepNew(PageReader<T> page, List<T> items, PagePosition position)
    {
        var isAny = page.KeepNew(items);
        if (page.HasProgress)
        {
            position.Progress();
        }

        return isAny;
    }

    /// <summary>Determines whether a completely read page continues the previous one; otherwise it is requested again, or reading goes back.</summary>
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

        var isBack = !isAttached && position.TryGoBack(seen.Reach);
        Report(page.Request.Offset + page.Request.Overlap, mayHaveMissedItems: false);

        // If the order is defined, the remaining items have kept their order; otherwise they may have moved.
        DoubtIf(!list.IsOrdered || (!isAttached && !isBack && page.Request.Offset > 0), page.Request);
        if (isBack)
        {
            return false;
        }

        if (!isAttached && !seen.IsComplete)
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
            if (page.Page.IsBareArray && page.Count > 1 && page.Count == seen.Total)
            {
                sizes.RequestFewerThan(page.Count);
            }
        }

        if (position.Stalls > MaxStalls)
        {
            throw PagingFailure.Endless(list.CreateRequest, page.Request.Offset, MaxStalls);
        }
    }

    private void DoubtIf(bool isDoubtful, PageRequest request) => _doubt ??= isDoubtful ? request.Offset + request.Overlap : null;

    private void Report(long offset, bool mayHaveMissedItems) =>
        observer.ListChanged(new ConcurrentChange((int)Math.Min(offset, int.MaxValue), mayHaveMissedItems));
}
