namespace LogItems;

/// <summary>The identifiers of items that were delivered: all of them, or as many of the latest as a window holds.</summary>
internal sealed class SeenIds(int? window)
{
    private readonly HashSet<Guid> _ids = [];
    private readonly Queue<Guid> _order = new();

    /// <summary>Whether nothing has been forgotten.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>How many items back everything is still known.</summary>
    public int Reach => IsComplete ? int.MaxValue - 1 : window!.Value;

    public bool Contains(Guid id) => _ids.Contains(id);

    /// <summary>False where it was seen before. An identifier that could not be read (all zero) is never seen.</summary>
    public bool Add(Guid id)
    {
        if (id == Guid.Empty)
        {
            return true;
        }

        if (!_ids.Add(id))
        {
            return false;
        }

        if (window is { } size)
        {
            _order.Enqueue(id);
            if (_order.Count > size)
            {
                _ids.Remove(_order.Dequeue());
                IsComplete = false;
            }
        }

        return true;
    }
}
