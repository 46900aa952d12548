namespace LogItems.Paging;

/// <summary>A set of identifiers that takes little more memory than they do, however many they are.</summary>
/// <remarks>
/// They are kept in the order in which they came, in pieces, so that none is ever copied; a table of their numbers, a quarter of their
/// size, is all that has to grow.
/// </remarks>
internal sealed class IdSet
{
    private const int PieceBits = 9;
    private const int SmallestTable = 64;

    private readonly List<Guid[]> _pieces = [];

    /// <summary>The number of an identifier, counted from 1, at the place of its hash or the next free one; 0 where a place is free.</summary>
    private int[] _table = new int[SmallestTable];
    private int _shift = 32 - 6;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    public bool Contains(Guid id) => _table[PlaceOf(id)] != 0;

    /// <summary>False where it was there before.</summary>
    public bool Add(Guid id)
    {
        var place = PlaceOf(id);
        if (_table[place] != 0)
        {
            return false;
        }

        if (Count >> PieceBits == _pieces.Count)
        {
            _pieces.Add(new Guid[1 << PieceBits]);
        }

        At(Count) = id;
        _table[place] = ++Count;
        if (Count > _table.Length / 8 * 5)
        {
            Grow();
        }

        return true;
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
            var place = Hash(At(number));
            while (_table[place] != 0)
            {
                place = Next(place);
            }

            _table[place] = number + 1;
        }
    }

    /// <summary>Where an identifier stands, or the free place where it would. There is always one.</summary>
    private int PlaceOf(Guid id)
    {
        var place = Hash(id);
        while (_table[place] is > 0 and var number && At(number - 1) != id)
        {
            place = Next(place);
        }

        return place;
    }

    private ref Guid At(int number) => ref _pieces[number >> PieceBits][number & ((1 << PieceBits) - 1)];

    private int Next(int place) => (place + 1) & (_table.Length - 1);

    /// <summary>As many bits of the hash as the table has.</summary>
    private int Hash(Guid id) => (int)(SeededGuidComparer.Hash(id) >> _shift);
}
