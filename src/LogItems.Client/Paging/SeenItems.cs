namespace LogItems.Paging;

/// <summary>Remembers the seen items, each with the page that it was last on: all of them, or at least the latest ones within a window.</summary>
internal sealed class SeenItems(int? window)
{
    /// <summary>The number of latest items to remember if the version defines the order of a list: those of three of the largest pages.</summary>
    public const int Window = 30_000;

    /// <summary>The number of earlier occurrences on the current page, for items that occur on it more than once.</summary>
    private readonly Dictionary<ItemKey, int> _repeats = [];
    private KeySet _latest = new();
    private KeySet? _before;
    private int _page;

    /// <summary>The first pages of this pass and of the previous one.</summary>
    private int _pass;
    private int _passBefore;

    /// <summary>Gets whether nothing has been forgotten yet.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The number of latest items that are certain to be remembered.</summary>
    public int Reach => IsComplete ? int.MaxValue - 1 : window!.Value;

    /// <summary>The number of distinct items seen in all passes.</summary>
    public int Total { get; private set; }

    /// <summary>The first item of this pass.</summary>
    public ItemKey First { get; private set; }

    /// <summary>The number of distinct items seen in this pass.</summary>
    public int Count { get; private set; }

    /// <summary>The number of these that were also seen in the previous pass.</summary>
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

    /// <summary>Determines whether an item was seen in this pass.</summary>
    public bool IsKnown(ItemKey key) => PageOf(key) is > 0 and var page && page >= _pass;

    /// <summary>Records an item. A second occurrence on the same page is a different item, even if the keys are equal.</summary>
    public Occurrence Record(ItemKey key)
    {
        First = Count == 0 ? key : First;
        var page = PageOf(key);
        if (page == _page)
        {
            _repeats.TryGetValue(key, out var times);
            _repeats[key] = ++times;
            return Record(key.Repeated(times)) | Occurrence.Repeated;
        }

        if (page == 0)
        {
            Total++;
            Count++;
            Add(key);
            return Occurrence.New;
        }

        (_latest.PageOf(key) == 0 ? _before! : _latest).Move(key, _page);
        if (page >= _pass)
        {
            return Occurrence.Known;
        }

        Count++;
        CountAgain += page >= _passBefore ? 1 : 0;
        return Occurrence.Again;
    }

    private int PageOf(ItemKey key) => _latest.PageOf(key) is > 0 and var page ? page : _before?.PageOf(key) ?? 0;

    private void Add(ItemKey key)
    {
        _latest.Add(key, _page);
        if (_latest.Count == window)
        {
            // Two alternating windows avoid having to remember the order within them.
            (_before, _latest, IsComplete) = (_latest, _before ?? new(), false);
            _latest.Clear();
        }
    }
}
