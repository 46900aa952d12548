using LogItems.Models;

namespace LogItems.Paging;

/// <summary>The position of a pass across the pages.</summary>
internal sealed class PagePosition(int startAt, PageSizes sizes, bool isUndocumented)
{
    private long _offset = startAt;

    /// <summary>The furthest offset that was reached; items before it are read again.</summary>
    private long _furthest = startAt;
    private (ItemKey Key, int Overlap)? _mark;
    private bool _isBack;
    private bool _isFirst = true;
    private bool _isRepeated;

    /// <summary>Whether the due page was already received once and discarded.</summary>
    private bool _isAgain;

    /// <summary>The number of items to go back next time.</summary>
    private int _back = sizes.Largest;

    public CatchUp CatchUp { get; } = new();

    /// <summary>Gets whether everything has been read.</summary>
    public bool IsEnd { get; private set; }

    /// <summary>Gets whether the end is that of the list as far as can be determined, and not that of an outdated page.</summary>
    public bool IsEndProven { get; private set; }

    /// <summary>The number of consecutive pages that were cut off without a new item.</summary>
    public int Resumptions { get; private set; }

    /// <summary>The number of consecutive pages without a new item, not counting pages that were read again.</summary>
    public int Stalls { get; private set; }

    /// <summary>The number of items before the end, counted from the start of the pass.</summary>
    public long Length => _offset - startAt;

    /// <summary>The next page to request.</summary>
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

    /// <summary>Determines whether a page demonstrably continues the previous one.</summary>
    public bool IsJoined(PageRequest request) => _isFirst || request.Mark is not null || request.IsBack;

    /// <summary>Records that a new item was received.</summary>
    public void Progress() => (_back, Resumptions, Stalls) = (sizes.Largest, 0, 0);

    /// <summary>Advances to the next page after a page was read to its end.</summary>
    /// <param name="page">The page.</param>
    /// <param name="mayBeStale">Whether it may have been answered earlier than the page before it, so that its end may have changed since.</param>
    public void Forward<T>(PageReader<T> page, bool mayBeStale)
        where T : ApiModel, IPaged
    {
        var request = page.Request;
        var end = sizes.Learn(request, page.Page, page.Count);
        var isStalled = !page.HasProgress;

        // An empty page that is not the last one is skipped.
        _offset = request.Offset + (page.Count > 0 || end == PageEnd.Last ? page.Count : request.Limit);

        // A page that does not begin as expected may be from another position, so its end may not be that of the list.
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

    /// <summary>Continues after the last received item of a page that was cut off.</summary>
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

    /// <summary>Requests a page without known items once more, because a server that applied a wrong offset seldom does so twice.</summary>
    /// <returns>False if that was done already.</returns>
    public bool TryRepeat()
    {
        var isRepeated = _isRepeated;
        (_isRepeated, _isAgain) = (true, true);
        return !isRepeated;
    }

    /// <summary>Requests a page again that may have been answered too early.</summary>
    public void RequestAgain() => _isAgain = true;

    /// <summary>Goes back to find a known item, further each time, after a page without known items was received twice.</summary>
    /// <param name="reach">The number of latest delivered items that are certain to be known.</param>
    /// <returns>False if no known item can be found there.</returns>
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
