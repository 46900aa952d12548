namespace LogItems.Paging;

/// <summary>Keys of items, each with the page that it was on last, in little more memory than they take, however many they are.</summary>
/// <remarks>
/// They are kept in the order in which they came, in pieces, so that none is ever copied; a table of their numbers is all that has to grow.
/// </remarks>
internal sealed class KeySet
{
    private const int PieceBits = 9;

    /// <summary>Odd; it spreads details over the upper bits, which choose the place.</summary>
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;
    private const int SmallestTable = 64;

    /// <summary>The number of items with one identifier that stand in a row; the table places all others by their details too.</summary>
    private const int MaxInARow = 16;

    private readonly List<ItemKey[]> _keys = [];
    private readonly List<int[]> _pages = [];

    /// <summary>The number of a key, counted from 1, at the place of its upper bits or the next free one; 0 where a place is free.</summary>
    private int[] _table = new int[SmallestTable];
    private int _shift = 64 - 6;

    /// <summary>The number of keys.</summary>
    public int Count { get; private set; }

    /// <summary>The page that a key was on last; 0 where it is not in the set.</summary>
    public int PageOf(ItemKey key) => _table[PlaceOf(key)] is > 0 and var number ? Page(number - 1) : 0;

    /// <summary>Sets the page of a key that is in the set.</summary>
    public void Move(ItemKey key, int page) => Page(_table[PlaceOf(key)] - 1) = page;

    /// <summary>Adds a key that is not in the set.</summary>
    public void Add(ItemKey key, int page)
    {
        if (Count >> PieceBits == _keys.Count)
        {
            _keys.Add(new ItemKey[1 << PieceBits]);
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
            _table[PlaceOf(Key(number))] = number + 1;
        }
    }

    /// <summary>Where a key stands, or the free place where it would. There is always one.</summary>
    private int PlaceOf(ItemKey key)
    {
        var (place, inARow) = (Place(key.Id), 0);
        while (_table[place] is > 0 and var number && !Key(number - 1).IsSame(key))
        {
            // A server that sends one identifier for all items must not make every search one through all of them.
            place = Key(number - 1).Id == key.Id && ++inARow == MaxInARow ? Place(key.Id ^ (key.Details * Spread)) : Next(place);
        }

        return place;
    }

    private ref ItemKey Key(int number) => ref _keys[number >> PieceBits][number & ((1 << PieceBits) - 1)];

    private ref int Page(int number) => ref _pages[number >> PieceBits][number & ((1 << PieceBits) - 1)];

    private int Next(int place) => (place + 1) & (_table.Length - 1);

    private int Place(ulong hash) => (int)(hash >> _shift);
}
