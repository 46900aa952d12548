using System.Collections;

namespace LogItems.FakeServer.Data;

/// <summary>The items of a session at one moment.</summary>
internal sealed class LogItemSnapshot(IReadOnlyList<FakeLogItem> initial, ArraySegment<FakeLogItem> added)
    : IReadOnlyList<FakeLogItem>
{
    public int Count => initial.Count + added.Count;

    public FakeLogItem this[int index] => index < initial.Count ? initial[index] : added[index - initial.Count];

    public string TypeAt(int index) =>
        index < initial.Count && initial is IComputedItems computed ? computed.TypeAt(index) : this[index].Type;

    public FakeLogItem? Find(Guid id)
    {
        if (initial is IComputedItems computed)
        {
            var index = computed.IndexOf(id);
            return index >= 0 ? computed[index] : added.FirstOrDefault(item => item.Id == id);
        }

        return this.FirstOrDefault(item => item.Id == id);
    }

    /// <summary>The same items by creation time, then usn.</summary>
    public LogItemSnapshot InTimeOrder()
    {
        if (IsInTimeOrder())
            return this;
        FakeLogItem[] ordered = [.. this.OrderBy(item => item.CreationTime).ThenBy(item => item.Usn)];
        return new LogItemSnapshot(ordered, []);
    }

    public IEnumerator<FakeLogItem> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
            yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool IsInTimeOrder()
    {
        // Computed items are in order by contract; comparing a million of them would build a million of them.
        var first = initial is IComputedItems ? Math.Max(1, initial.Count) : 1;
        for (var index = first; index < Count; index++)
        {
            if (IsLater(this[index - 1], this[index]))
                return false;
        }

        return true;
    }

    private static bool IsLater(FakeLogItem left, FakeLogItem right) =>
        (left.CreationTime, left.Usn).CompareTo((right.CreationTime, right.Usn)) > 0;
}
