using System.Collections;

namespace LogItems.FakeServer.Data;

/// <summary>The items of a session at one moment.</summary>
internal sealed class LogItemSnapshot(IReadOnlyList<FakeLogItem> initial, ArraySegment<FakeLogItem> added)
    : IReadOnlyList<FakeLogItem>
{
    private LogItemSnapshot? _inTimeOrder;

    public int Count => initial.Count + added.Count;

    public FakeLogItem this[int index] => index < initial.Count ? initial[index] : added[index - initial.Count];

    public string TypeAt(int index) =>
        index < initial.Count && initial is IComputedItems computed ? computed.TypeAt(index) : this[index].Type;

    /// <summary>The index of the item with that ID, or -1.</summary>
    public int IndexOf(Guid id)
    {
        var from = 0;
        if (initial is IComputedItems computed)
        {
            if (computed.IndexOf(id) is >= 0 and var found)
            {
                return found;
            }

            from = initial.Count;
        }

        for (var index = from; index < Count; index++)
        {
            if (this[index].Id == id)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Determines whether an item has not ended; computed items are running if their level is, and are not created for the check.</summary>
    public bool HasRunning()
    {
        for (var index = 0; index < Count; index++)
        {
            if (index < initial.Count && initial is IComputedItems computed ? computed.TypeAt(index) == "Running" : this[index].EndTime is null)
            {
                return true;
            }
        }

        return false;
    }

    public FakeLogItem? Find(Guid id) => IndexOf(id) is >= 0 and var index ? this[index] : null;

    /// <summary>The same items ordered by creation time, then usn.</summary>
    public LogItemSnapshot InTimeOrder() => _inTimeOrder ??= IsInTimeOrder() ? this : Order();

    public IEnumerator<FakeLogItem> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private LogItemSnapshot Order()
    {
        FakeLogItem[] ordered = [.. this.OrderBy(item => item.CreationTime).ThenBy(item => item.Usn)];
        return new LogItemSnapshot(ordered, []);
    }

    private bool IsInTimeOrder()
    {
        // Computed items are ordered by definition; comparing a million of them would create a million of them.
        var first = initial is IComputedItems ? Math.Max(1, initial.Count) : 1;
        for (var index = first; index < Count; index++)
        {
            if (IsLater(this[index - 1], this[index]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLater(FakeLogItem left, FakeLogItem right) =>
        (left.CreationTime, left.Usn).CompareTo((right.CreationTime, right.Usn)) > 0;
}
