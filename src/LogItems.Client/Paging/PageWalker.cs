using System.Runtime.CompilerServices;

namespace LogItems;

/// <summary>
/// Reads across pages by offset so that nothing is delivered twice and nothing is left out unnoticed, though the session may grow
/// and shrink meanwhile: each page begins with the last item of the page before, and that has to be there.
/// </summary>
internal sealed class PageWalker<T>(
    Func<int, int, CancellationToken, Task<IPage<T>>> fetch, int pageSize, SeenIds seen, Action<PagingShift> report)
    where T : IPaged
{
    /// <summary>So often everything is read again after items came in where had been read already.</summary>
    private const int MaxPasses = 3;

    private int _pass;
    private bool _grewBehind;

    /// <summary>Reads from an offset to the end.</summary>
    public async IAsyncEnumerable<T> ReadAsync(int startAt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
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
            report(new PagingShift(startAt, MayHaveMissedItems: true));
        }
    }

    private async IAsyncEnumerable<T> ReadOnceAsync(int startAt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var offset = startAt;
        var back = pageSize;
        Guid? last = null;
        PageShape? before = null;
        while (true)
        {
            var overlap = last is null ? 0 : 1;
            var limit = Math.Min(pageSize + overlap, PageLimit.Maximum);
            var page = await fetch(offset - overlap, limit, cancellationToken).ConfigureAwait(false);
            var shape = PageShape.Of(page);
            if (shape == before)
            {
                yield break; // The same page at another offset: the server does not page.
            }

            if (overlap == 1 && shape.First?.Id != last)
            {
                if (page.Results.Any(item => item.Id == last))
                {
                    report(new PagingShift(offset, MayHaveMissedItems: false));
                    _grewBehind = true;
                }
                else if (back <= seen.Reach)
                {
                    // Items were removed, so that others moved to where had been read already: go back for them.
                    report(new PagingShift(offset, MayHaveMissedItems: false));
                    offset = Math.Max(startAt, offset - back);
                    back = offset == startAt ? int.MaxValue : back * 2;
                    last = null;
                    before = shape;
                    continue;
                }
                else
                {
                    report(new PagingShift(offset, MayHaveMissedItems: true));
                }
            }

            foreach (var item in page.Results)
            {
                if (seen.Add(item.Id))
                {
                    back = pageSize;
                    yield return item;
                }
            }

            if (page.Results.Count == 0 || IsLast(page, limit))
            {
                yield break;
            }

            offset += page.Results.Count - overlap;
            last = shape.Last?.Id is { } id && id != Guid.Empty ? id : null;
            before = shape;
        }
    }

    /// <summary>By the <c>next</c> link where there are links, else by the page not being full.</summary>
    private static bool IsLast(IPage<T> page, int limit) =>
        page.Links.Count > 0 ? !page.Links.ContainsKey("next")
        : page.IsBareArray ? page.Results.Count != limit
        : page.Results.Count < (page.Limit ?? limit);

    /// <summary>What tells pages apart.</summary>
    private sealed record PageShape((Guid Id, DateTimeOffset Time)? First, (Guid Id, DateTimeOffset Time)? Last, int Count)
    {
        public static PageShape Of(IPage<T> page) => page.Results.Count == 0
            ? new PageShape(null, null, 0)
            : new PageShape(Mark(page.Results[0]), Mark(page.Results[^1]), page.Results.Count);

        private static (Guid, DateTimeOffset) Mark(T item) => (item.Id, item.CreationTime);
    }
}
