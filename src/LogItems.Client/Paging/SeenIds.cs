namespace LogItems.Paging;

/// <summary>The identifiers of items that were delivered: all of them, or at least as many of the latest as a window holds.</summary>
internal sealed class SeenIds(int? window)
{
    private IdSet _latest = new();
    private IdSet? _before;

    /// <summary>Whether nothing will be forgotten before as many again have come.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>How many items back everything is still known.</summary>
    public int Reach => IsComplete ? int.MaxValue - 1 : window!.Value;

    public bool Contains(Guid id) => id != Guid.Empty && (_latest.Contains(id) || _before?.Contains(id) == true);

    /// <summary>False where it was seen before. An identifier that could not be read (all zero) is never seen.</summary>
    public bool Add(Guid id)
    {
        if (id == Guid.Empty)
        {
            return true;
        }

        if (_before?.Contains(id) == true || !_latest.Add(id))
        {
            return false;
        }

        if (_latest.Count == window)
        {
            // Two windows take turns, which spares remembering the order within them.
            (_before, _latest, IsComplete) = (_latest, _before ?? new(), false);
            _latest.Clear();
        }

        return true;
    }
}
