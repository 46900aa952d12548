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
        var offset = startAt;
        var isFirst = true;
        var back = sizes.Of(isFirst: false);
        var resumptions = 0;
        Guid? mark = null;
        PageShape? before = null;
        while (true)
        {
            var overlap = mark is null ? 0 : 1;
            var request = new PageRequest(offset - overlap, sizes.Limit(isFirst, overlap));
            var reading = await feed.GetAsync(request, mayFollow: !isFirst, cancellationToken).ConfigureAwait(false);
            await using var _ = reading.ConfigureAwait(false);
            var items = reading.ReadItemsAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using var __ = items.ConfigureAwait(false);
            var shape = new PageShape();
            var isBroken = false;
            var unreadable = 0;
            List<T>? held = null;
            while (true)
            {
                try
                {
                    if (!await items.MoveNextAsync().ConfigureAwait(false))
                    {
                        break;
                    }
                }
                catch (Exception exception) when (exception is HttpRequestException or TimeoutException && resumptions < maxResumptions)
                {
                    isBroken = true;
                    break;
                }

                var item = items.Current;
                shape.Add(item);
                unreadable += item.Issues.Count;
                if (overlap == 1 && shape.Count == 1 && item.Id != mark)
                {
                    held = []; // The page does not begin as it should: what that means shows when it has been seen whole.
                }

                if (held is not null)
                {
                    held.Add(item);
                }
                else if (seen.Add(item.Id))
                {
                    (back, resumptions) = (sizes.Of(isFirst: false), 0);
                    yield return item;
                }
            }

            observer.PageRead(request.Offset, shape.Count, unreadable);
            if (isBroken)
            {
                // What has come is delivered; the rest is asked for from there on.
                resumptions++;
                if (hasPages && held is null && shape.Mark is not null)
                {
                    (offset, mark, before) = (request.Offset + shape.Count, shape.Mark, null);
                }

                continue;
            }

            if (shape == before)
            {
                yield break; // The same page at another offset: the server does not page.
            }

            if (overlap == 1 && (held is not null || shape.Count == 0))
            {
                if (held?.Exists(item => item.Id == mark) == true)
                {
                    observer.Shifted(new PagingShift(offset, MayHaveMissedItems: false));
                    _grewBehind = true;
                }
                else if (back <= seen.Reach)
                {
                    // Items were removed, so that others moved to where had been read already: go back for them.
                    observer.Shifted(new PagingShift(offset, MayHaveMissedItems: false));
                    offset = Math.Max(startAt, offset - back);
                    back = offset == startAt ? int.MaxValue : back * 2;
                    (mark, before) = (null, shape);
                    continue;
                }
                else
                {
                    observer.Shifted(new PagingShift(offset, MayHaveMissedItems: true));
                }

                foreach (var item in held ?? [])
                {
                    if (seen.Add(item.Id))
                    {
                        back = sizes.Of(isFirst: false);
                        yield return item;
                    }
                }
            }

            if (shape.Count == 0 || IsLast(reading.Page, shape.Count, request.Limit))
            {
                yield break;
            }

            (offset, mark, before, isFirst) = (request.Offset + shape.Count, shape.Mark, shape, false);
        }
    }

    /// <summary>By the <c>next</c> link where there are links, else by the page not being full.</summary>
    private static bool IsLast(IPage<T> page, int count, int limit) =>
        page.Links.Count > 0 ? !page.Links.ContainsKey("next")
        : page.IsBareArray ? count != limit
        : count < (page.Limit ?? limit);
}
