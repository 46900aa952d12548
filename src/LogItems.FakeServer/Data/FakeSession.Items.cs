using LogItems.FakeServer.Data;

namespace LogItems.FakeServer;

public sealed partial class FakeSession
{
    private readonly ItemStore _items = new();

    /// <summary>The session's items in the order in which they were added: a snapshot that later changes do not affect.</summary>
    /// <value>Initial items are copied. Default: none.</value>
    public IReadOnlyList<FakeLogItem> Items
    {
        get => Snapshot();
        init => _items.Replace(value as IComputedItems ?? (IReadOnlyList<FakeLogItem>)[.. value]);
    }

    /// <summary>Adds an item at the end; safe while the session is being read.</summary>
    public void AddItem(FakeLogItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        _items.Add(item);
    }

    /// <summary>Replaces the item with the same ID, for example a running one that has ended; safe while the
    /// session is being read.</summary>
    /// <remarks>Copies the list; the first change creates all items of <see cref="SyntheticSessions"/>.</remarks>
    /// <exception cref="ArgumentException">The session has no item with that ID.</exception>
    public void UpdateItem(FakeLogItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        _items.Update(item);
    }

    /// <summary>Removes an item; safe while the session is being read.</summary>
    /// <returns>Whether the item existed.</returns>
    public bool RemoveItem(Guid id) => _items.Remove(id);

    /// <summary>Removes consecutive items; safe while the session is being read.</summary>
    /// <param name="index">The index of the first one in <see cref="Items"/>; 0 for the oldest.</param>
    /// <param name="count">The number of items; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range exceeds the list, or a number is negative.</exception>
    public void RemoveItems(int index, int count) => _items.RemoveRange(index, count);

    internal LogItemSnapshot Snapshot() => _items.Snapshot();
}
