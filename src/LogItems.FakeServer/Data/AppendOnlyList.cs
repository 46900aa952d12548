namespace LogItems.FakeServer.Data;

/// <summary>A list that grows while it is read: a snapshot costs nothing and never changes.</summary>
internal sealed class AppendOnlyList<T>
{
    private readonly Lock _gate = new();
    private T[] _entries = [];
    private int _count;

    public void Add(T entry)
    {
        lock (_gate)
        {
            // Snapshots use the array only up to their own count, so writing after it does not affect them.
            if (_count == _entries.Length)
            {
                Array.Resize(ref _entries, Math.Max(4, _count * 2));
            }

            _entries[_count++] = entry;
        }
    }

    public ArraySegment<T> Snapshot()
    {
        lock (_gate)
        {
            return new ArraySegment<T>(_entries, 0, _count);
        }
    }
}
