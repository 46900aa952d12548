namespace LogItems.Paging;

/// <summary>A compact set of item keys, each with the page that it was last on.</summary>
/// <remarks>
/// The keys are stored in chunks in the order in which they were added, so that none is ever copied; only a hash table of their numbers grows.
/// </remarks>
internal sealed class KeySet
{
    private const int ChunkBits = 9;

    /// <summary>An odd multiplier that spreads the details over the upper bits, which select the slot.</summary>
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;
    private const int MinTableSize = 64;

    /// <summary>The maximum number of consecutive slots with the same identifier; further items are placed by their details too.</summary>
    private const int MaxInARow = 16;

    private readonly List<ItemKey[]> _keys = [];
    private readonly List<int[]> _pages = [];

    /// <summary>The number of a key, counted from 1, in the slot of its upper bits or the next free one; 0 for a free slot.</summary>
    private int[] _table = new int[MinTableSize];
    private int _shift = 64 - 6;

    /// <summary>The number of keys.</summary>
    public int Count { get; private set; }

    /// <summary>The page that a key was last on; 0 if it is not in the set.</summary>
    public int PageOf(ItemKey key) => _table[SlotOf(key)] is > 0 and var number ? Page(number - 1) : 0;

    /// <summary>Sets the page of a key that is in the set.</summary>
    public void Move(ItemKey key, int page) => Page(_table[SlotOf(key)] - 1) = page;

    /// <summary>Adds a key that is not in the set.</summary>
    public void Add(ItemKey key, int page)
    {
        if (Count >> ChunkBits == _keys.Count)
        {
            _keys.Add(new ItemKey[1 << ChunkBits]);
            _pages.Add(new int[1 << ChunkBits]);
        }

        (Key(Count), Page(Count)) = (key, page);
        _table[SlotOf(key)] = ++Count;
        if (Count > _table.Length / 8 * 5)
        {
            Grow();
        }
    }

    /// <summary>Removes all keys; the memory is kept for reuse.</summary>
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
            _table[SlotOf(Key(number))] = number + 1;
        }
    }

    /// <summary>The slot of a key, or the free slot for it. There always is one.</summary>
    private int SlotOf(ItemKey key)
    {
        var (slot, inARow) = (SlotFor(key.Id), 0);
        while (_table[slot] is > 0 and var number && !Key(number - 1).IsSame(key))
        {
            // If a server sends the same identifier for all items, a search must not go through all of them.
            slot = Key(number - 1).Id == key.Id && ++inARow == MaxInARow ? SlotFor(key.Id ^ (key.Details * Spread)) : Next(slot);
        }

        return slot;
    }

    private ref ItemKey Key(int number) => ref _keys[number >> ChunkBits][number & ((1 << ChunkBits) - 1)];

    private ref int Page(int number) => ref _pages[number >> ChunkBits][number & ((1 << ChunkBits) - 1)];

    private int Next(int slot) => (slot + 1) & (_table.Length - 1);

    private int SlotFor(ulong hash) => (int)(hash >> _shift);
}
