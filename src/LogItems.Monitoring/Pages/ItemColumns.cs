namespace LogItems.Monitoring.Pages;

/// <summary>The items of all sessions as columns, which need a fraction of the size of rows.</summary>
internal sealed class ItemColumns
{
    /// <summary>The duration of an item that is running.</summary>
    public const uint Running = uint.MaxValue;

    private readonly Interned _texts = new();
    private readonly Interned _lanes = new();

    public List<uint> Session { get; } = [];

    /// <summary>Milliseconds since the start of the report.</summary>
    public List<uint> Start { get; } = [];

    /// <summary>Milliseconds, or <see cref="Running"/>.</summary>
    public List<uint> Duration { get; } = [];

    public List<uint> Text { get; } = [];

    public List<byte> Level { get; } = [];

    public IReadOnlyList<string> Texts => _texts.Values;

    /// <summary>The lane of each text, determined by its object.</summary>
    public List<uint> LaneOfText { get; } = [];

    /// <summary>The objects, one per lane of a timeline; a text without an object has a lane of its own.</summary>
    public IReadOnlyList<string> Lanes => _lanes.Values;

    public int Count => Session.Count;

    public void Add(uint session, DateTimeOffset origin, in ReportedItem item)
    {
        Session.Add(session);
        Start.Add(Milliseconds(item.Start - origin));
        // An item that began before the page's start begins at the start, and keeps its end.
        Duration.Add(item.End is { } end ? Milliseconds(end - (item.Start < origin ? origin : item.Start)) : Running);
        var text = _texts.IndexOf(item.Text);
        Text.Add(text);
        if (text == LaneOfText.Count)
        {
            LaneOfText.Add(_lanes.IndexOf(item.Lane));
        }

        Level.Add((byte)item.Level);
    }

    /// <summary>The indexes of all items ordered by start; items with equal starts keep their order.</summary>
    public int[] OrderByStart()
    {
        var keys = new ulong[Count];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = ((ulong)Start[i] << 32) | (uint)i;
        }

        Array.Sort(keys);
        return Array.ConvertAll(keys, key => (int)(uint)key);
    }

    public static uint Milliseconds(TimeSpan time) => (uint)Math.Clamp(time.TotalMilliseconds, 0, Running - 1);

    /// <summary>Distinct texts with their indexes.</summary>
    private sealed class Interned
    {
        private readonly Dictionary<string, uint> _indexes = new(StringComparer.Ordinal);

        public List<string> Values { get; } = [];

        public uint IndexOf(string text)
        {
            if (!_indexes.TryGetValue(text, out var index))
            {
                _indexes.Add(text, index = (uint)Values.Count);
                Values.Add(text);
            }

            return index;
        }
    }
}
