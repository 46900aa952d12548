namespace LogItems.Paging;

/// <summary>Keys of items, each with the page that it was on last, in little more memory than they take, however many they are.</summary>
/// <remarks>
/// They are kept in the order in which they came, in pieces, so that none is ever copied; a table of their numbers is all that has to grow.
/// </remarks>
internal sealed class KeySet
{
    private const int PieceBits = 9;
    private const int SmallestTable = 64;

    private readonly List<ulong[]> _keys = [];
    private readonly List<int[]> _pages = [];

    /// <summary>The number of a key, counted from 1, at the place of its upper bits or the next free one; 0 where a place is free.</summary>
    private int[] _table = new int[SmallestTable];
    private int _shift = 64 - 6;

    /// <summary>The number of keys.</summary>
    public int Count { get; private set; }

    /// <summary>The page that a key was on last; 0 where it is not in the set.</summary>
    public int PageOf(ulong key) => _table[PlaceOf(key)] is > 0 and var number ? Page(number - 1) : 0;

    /// <summary>Sets the page of a key that is in the set.</summary>
    public void Move(ulong key, int page) => Page(_table[PlaceOf(key)] - 1) = page;

    /// <summary>Adds a key that is not in the set.</summary>
    public void Add(ulong key, int page)
    {
        if (Count >> PieceBits == _keys.Count)
        {
            _keys.Add(new ulong[1 << PieceBits]);
            _pages.Add(new int[1 << PieceBits]);
        }

        (Key(Count), Page(Count)) = (key, page);
        _table[PlaceOf(key)] = ++Count;
        if (Count > _table.Length / 8 * 5)
        {
            Grow();
        }
    }

    /// <summary>Forgets all of them; the memory is kept for others.</summary>
    public void Clear()
    {
        Array.Clear(_table, 0, _table.Length);
        Count = 0;
    }

    private void Grow()
    {
        _table = new int[_table.Length * 2];
        _shift--;
        for (var number = 0; number < Count; number++)
        {
            var place = Hash(Key(number));
            while (_table[place] != 0)
            {
                place = Next(place);
            }

            _table[place] = number + 1;
        }
    }

    /// <summary>Where a key stands, or the free place where it would. There is always one.</summary>
    private int PlaceOf(ulong key)
    {
        var place = Hash(key);
        while (_table[place] is > 0 and var number && !ItemKey.IsSame(Key(number - 1), key))
        {
            place = Next(place);
        }

        return place;
    }

    private ref ulong Key(int number) => ref _keys[number >> PieceBits][number & ((1 << PieceBits) - 1)];

    private ref int Page(int number) => ref _pages[number >> PieceBits][number & ((1 << PieceBits) - 1)];

    private int Next(int place) => (place + 1) & (_table.Length - 1);

    private int Hash(ulong key) => (int)(key >> _shift);
}
