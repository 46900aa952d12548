namespace LogItems.FakeServer.Data;

/// <summary>The items of a session, which may be added, changed and removed while they are read: a snapshot never changes.</summary>
internal sealed class ItemStore
{
    private readonly Lock _gate = new();
    private AppendOnlyList<FakeLogItem> _added = new();
    private IReadOnlyList<FakeLogItem> _initial = [];
    private LogItemSnapshot? _snapshot;

    /// <summary>Returns the same object until something changes, so that derived data can be cached with it.</summary>
    public LogItemSnapshot Snapshot()
    {
        lock (_gate)
        {
            return _snapshot ??= new LogItemSnapshot(_initial, _added.Snapshot());
        }
    }

    public void Add(FakeLogItem item)
    {
        lock (_gate)
        {
            _added.Add(item);
            _snapshot = null;
        }
    }

    public void Update(FakeLogItem item)
    {
        lock (_gate)
        {
            var items = Snapshot();
            var index = items.IndexOf(item.Id);
            if (index < 0)
            {
                throw new ArgumentException($"The session has no item with ID {item.Id}; add it with AddItem.", nameof(item));
            }

            FakeLogItem[] changed = [.. items];
            changed[index] = item;
            Replace(changed);
        }
    }

    /// <summary>Ends the running items; the level <c>Running</c> is replaced by the given one.</summary>
    public void EndRunning(string type, DateTimeOffset endTime)
    {
        lock (_gate)
        {
            var items = Snapshot();
            if (!items.HasRunning())
            {
                return;
            }

            Replace([.. items.Select(item => item.EndTime is not null
                ? item
                : item with { Type = item.Type == "Running" ? type : item.Type, EndTime = endTime })]);
        }
    }

    public bool Remove(Guid id)
    {
        lock (_gate)
        {
            var index = Snapshot().IndexOf(id);
            if (index >= 0)
            {
                RemoveRange(index, 1);
            }

            return index >= 0;
        }
    }

    public void RemoveRange(int index, int count)
    {
        lock (_gate)
        {
            var items = Snapshot();
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfNegative(count);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, items.Count - index);
            Replace([.. items.Take(index), .. items.Skip(index + count)]);
        }
    }

    /// <summary>Replaces all items; computed ones are not created by this.</summary>
    public void Replace(IReadOnlyList<FakeLogItem> items)
    {
        lock (_gate)
        {
            _initial = items;
            _added = new AppendOnlyList<FakeLogItem>();
            _snapshot = null;
        }
    }
}
