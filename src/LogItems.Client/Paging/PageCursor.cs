namespace LogItems.Paging;

/// <summary>Where the reading across pages stands.</summary>
internal sealed class PageCursor
{
    private readonly int _startAt;
    private readonly PageSizes _sizes;
    private readonly bool _isUndocumented;
    private int _offset;
    private int _back;
    private bool _isBack;

    public PageCursor(int startAt, PageSizes sizes, bool isUndocumented)
    {
        _isUndocumented = isUndocumented;
        (_startAt, _offset) = (startAt, startAt);
        (_sizes, _back) = (sizes, sizes.Largest);
    }

    /// <summary>The last item of the page before, which the next page has to begin with; null where there is none to go by.</summary>
    public Guid? Mark { get; private set; }

    /// <summary>What the page before looked like.</summary>
    public PageShape? Before { get; private set; }

    /// <summary>The page that made it go back; its items are not delivered, as they come again.</summary>
    public PageShape? Lost { get; private set; }

    /// <summary>How many pages in a row broke off without a new item.</summary>
    public int Resumptions { get; private set; }

    /// <summary>Whether no page has been read yet.</summary>
    public bool IsFirst { get; private set; } = true;

    /// <summary>The page that is due.</summary>
    public PageRequest Due
    {
        get
        {
            var overlap = Mark is null || !_sizes.HasRoomForOverlap ? 0 : 1;
            return new PageRequest(_offset - overlap, _sizes.Limit(IsFirst, overlap), overlap == 1 ? Mark : null, _isBack, _isUndocumented);
        }
    }

    /// <summary>A new item has come.</summary>
    public void Progress() => (_back, Resumptions) = (_sizes.Largest, 0);

    /// <summary>The page has been read to its end; the next one is due.</summary>
    public void GoOn(PageRequest request, PageShape shape) =>
        (_offset, Mark, Before, IsFirst, _isBack) = (request.Offset + shape.Count, shape.Mark, shape, false, false);

    /// <summary>The page broke off: what has come is delivered, the rest is due.</summary>
    public void Resume(PageRequest request, PageShape shape)
    {
        Resumptions++;
        if (shape.Mark is not null)
        {
            (_offset, Mark, Before, _isBack) = (request.Offset + shape.Count, shape.Mark, null, false);
        }
    }

    /// <summary>The page broke off and cannot be gone on with: it is due again.</summary>
    public void Repeat() => Resumptions++;

    /// <summary>Items were removed, so that others moved to where had been read already: goes back for them, further each time.</summary>
    /// <param name="reach">How far back everything is known that was delivered.</param>
    /// <param name="shape">What the page looked like that showed it.</param>
    /// <returns>False where it was all in vain or would be.</returns>
    public bool TryGoBack(int reach, PageShape shape)
    {
        if (_offset == _startAt || _back > reach)
        {
            return false;
        }

        _offset = Math.Max(_startAt, _offset - _back);
        _back = _offset == _startAt ? int.MaxValue : _back * 2;
        _isBack = _offset > _startAt;
        (Mark, Before, Lost) = (null, shape, shape);
        return true;
    }
}
