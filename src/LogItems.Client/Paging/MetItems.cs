namespace LogItems.Paging;

/// <summary>Remembers which items were met, on which page last: all of them, or at least as many of the latest as a window holds.</summary>
internal sealed class MetItems(int? window)
{
    /// <summary>The number of latest items that are remembered if the version defines the order of a list: those of three of the largest pages.</summary>
    public const int Window = 30_000;

    /// <summary>The number of times an item was on the current page before, of those that are on it more than once.</summary>
    private readonly Dictionary<ItemKey, int> _repeats = [];
    private KeySet _latest = new();
    private KeySet? _before;
    private int _page;

    /// <summary>The first pages of this pass and of the one before.</summary>
    private int _pass;
    private int _passBefore;

    /// <summary>Gets whether nothing has been forgotten yet.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The number of latest items that are all remembered.</summary>
    public int Reach => IsComplete ? int.MaxValue - 1 : window!.Value;

    /// <summary>The number of different items met in all passes.</summary>
    public int Total { get; private set; }

    /// <summary>The first item of this pass.</summary>
    public ItemKey First { get; private set; }

    /// <summary>The number of different items met in this pass.</summary>
    public int Count { get; private set; }

    /// <summary>The number of these that were met in the pass before.</summary>
    public int CountAgain { get; private set; }

    public void BeginPass()
    {
        (_passBefore, _pass) = (_pass, _page + 1);
        (Count, CountAgain) = (0, 0);
    }

    public void BeginPage()
    {
        _page++;
        _repeats.Clear();
    }

    /// <summary>Determines whether an item was met in this pass.</summary>
    public bool IsKnown(ItemKey key) => PageOf(key) is > 0 and var page && page >= _pass;

    /// <summary>Meets an item. One that was on the same page before is another one, however alike they are.</summary>
    public Meeting Meet(ItemKey key)
    {
        First = Count == 0 ? key : First;
        var page = PageOf(key);
        if (page == _page)
        {
            _repeats.TryGetValue(key, out var times);
            _repeats[key] = ++times;
            return Meet(key.Repeated(times)) | Meeting.Repeated;
        }

        if (page == 0)
        {
            Total++;
            Count++;
            Add(key);
            return Meeting.New;
        }

        (_latest.PageOf(key) == 0 ? _before! : _latest).Move(key, _page);
        if (page >= _pass)
        {
            return Meeting.Known;
        }

        Count++;
        CountAgain += page >= _passBefore ? 1 : 0;
        return Meeting.Again;
    }

    private int PageOf(ItemKey key) => _latest.PageOf(key) is > 0 and var page ? page : _before?.PageOf(key) ?? 0;

    private void Add(ItemKey key)
    {
        _latest.Add(key, _page);
        if (_latest.Count == window)
        {
            // Two windows take turns, which spares remembering the order within them.
            (_before, _latest, IsComplete) = (_latest, _before ?? new(), false);
            _latest.Clear();
        }
    }
}
