using LogItems.Models;

namespace LogItems.Paging;

/// <summary>Where a pass across the pages stands.</summary>
internal sealed class PagePosition(int startAt, PageSizes sizes, bool isUndocumented)
{
    private long _offset = startAt;

    /// <summary>The furthest offset that was reached; what lies below it is read again.</summary>
    private long _furthest = startAt;
    private (ItemKey Key, int Overlap)? _mark;
    private bool _isBack;
    private bool _isFirst = true;
    private bool _isRepeated;

    /// <summary>Whether the page that is due was answered before, and the answer dropped.</summary>
    private bool _isAgain;

    /// <summary>How far to go back next time.</summary>
    private int _back = sizes.Largest;

    public CatchUp CatchUp { get; } = new();

    /// <summary>Gets whether everything has been read.</summary>
    public bool IsEnd { get; private set; }

    /// <summary>Gets whether the end is that of the list as far as can be seen, and not a page that was there before.</summary>
    public bool IsEndProven { get; private set; }

    /// <summary>The number of consecutive pages that broke off without a new item.</summary>
    public int Resumptions { get; private set; }

    /// <summary>The number of consecutive pages without a new item, not counting pages that were read again.</summary>
    public int Stalls { get; private set; }

    /// <summary>The number of items before the end, counted from the start of the pass.</summary>
    public long Length => _offset - startAt;

    /// <summary>The page that is due.</summary>
    public PageRequest Due
    {
        get
        {
            var mark = _mark is { } last && sizes.HasRoomFor(last.Overlap) ? _mark : null;
            var overlap = mark?.Overlap ?? 0;
            return new PageRequest(_offset - overlap, sizes.Limit(_isFirst, overlap))
            {
                Mark = mark?.Key,
                Overlap = overlap,
                IsBack = _isBack,
                IsUndocumented = isUndocumented,
            };
        }
    }

    /// <summary>Determines whether a page continues what was read before, as far as that can be seen.</summary>
    public bool IsJoined(PageRequest request) => _isFirst || request.Mark is not null || request.IsBack;

    /// <summary>A new item has come.</summary>
    public void Progress() => (_back, Resumptions, Stalls) = (sizes.Largest, 0, 0);

    /// <summary>The page has been read to its end; the next one is due.</summary>
    /// <param name="page">The page.</param>
    /// <param name="mayBeStale">Whether it may have been answered before the page before it, so that its end may have changed since.</param>
    public void Forward<T>(PageReader<T> page, bool mayBeStale)
        where T : ApiModel, IPaged
    {
        var request = page.Request;
        var end = sizes.Learn(request, page.Page, page.Count);
        var isStalled = !page.HasProgress;

        // An empty page that is not the last one is passed over.
        _offset = request.Offset + (page.Count > 0 || end == PageEnd.Last ? page.Count : request.Limit);

        // A page that does not begin as expected may be from elsewhere, and its end not that of the list.
        var isExpected = !page.IsMarkMissing && !request.IsBack;
        var isCurrent = !mayBeStale && !(_isAgain && page.HasProgress);
        var isAlone = end == PageEnd.Unknown && page.Count <= request.Overlap && sizes.HasRoomFor(request.Overlap);
        IsEndProven = isExpected && isCurrent && (end == PageEnd.Last || isAlone);
        var isUnexpected = !isExpected || !IsJoined(request);
        IsEnd = IsEndProven || (end != PageEnd.More && isStalled && isUnexpected && !request.IsBack);
        (_mark, _isBack, _isFirst) = (page.Mark, false, false);
        (_isRepeated, _isAgain) = (false, false);
        Stalls = isStalled && _offset > _furthest ? Stalls + 1 : Stalls;
        _furthest = Math.Max(_furthest, _offset);
    }

    /// <summary>The page broke off: what has come is delivered, the rest is due.</summary>
    public void Resume<T>(PageReader<T> page)
        where T : ApiModel, IPaged
    {
        Resumptions++;
        if (page.Request.IsUnpaged)
        {
            CatchUp.Begin();
        }
        else if (page.Held is null && page.Count > 0)
        {
            (_offset, _mark, _isBack, _isFirst) = (page.Request.Offset + page.Count, page.Mark, false, false);
        }
    }

    /// <summary>None of the page's items is known: requests it once more, since a server that has mistaken the offset seldom does so twice.</summary>
    /// <returns>False if that was done already.</returns>
    public bool TryRepeat()
    {
        var isRepeated = _isRepeated;
        (_isRepeated, _isAgain) = (true, true);
        return !isRepeated;
    }

    /// <summary>Requests the page again that was answered too early, perhaps.</summary>
    public void RequestAgain() => _isAgain = true;

    /// <summary>Twice none of the page's items was known: goes back for one that is, further each time.</summary>
    /// <param name="reach">How far back everything is known that was delivered.</param>
    /// <returns>False if nothing known can be found there.</returns>
    public bool TryGoBack(int reach)
    {
        if (_offset == startAt || _back > reach)
        {
            return false;
        }

        _offset = Math.Max(startAt, _offset - _back);
        _back = _offset == startAt ? int.MaxValue : _back * 2;
        (_mark, _isBack) = (null, true);
        (_isRepeated, _isAgain) = (false, false);
        CatchUp.Begin();
        return true;
    }
}
