using LogItems.FakeServer.Data;

namespace LogItems.FakeServer;

public sealed partial class FakeSession
{
    private readonly ItemStore _items = new();

    /// <summary>The session's items in the order they were added: a snapshot that later changes do not reach.</summary>
    /// <value>Given at the start: copied. Default: none.</value>
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

    /// <summary>Puts an item in the place of the one with the same id, for example a running one that has ended; safe while the
    /// session is being read.</summary>
    /// <remarks>Costs a copy of the list; those of <see cref="SyntheticSessions"/> are all built by the first change.</remarks>
    /// <exception cref="ArgumentException">The session has no item with that ID.</exception>
    public void UpdateItem(FakeLogItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        _items.Update(item);
    }

    /// <summary>Removes an item; safe while the session is being read.</summary>
    /// <returns>Whether it was there.</returns>
    public bool RemoveItem(Guid id) => _items.Remove(id);

    /// <summary>Removes items in a row; safe while the session is being read.</summary>
    /// <param name="index">The place of the first one in <see cref="Items"/>; 0 for the oldest.</param>
    /// <param name="count">How many; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not that many from there on, or a number is negative.</exception>
    public void RemoveItems(int index, int count) => _items.RemoveRange(index, count);

    internal LogItemSnapshot Snapshot() => _items.Snapshot();
}
