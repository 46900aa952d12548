using LogItems.FakeServer.Data;

namespace LogItems.FakeServer;

public sealed partial class FakeSession
{
    private readonly AppendOnlyList<FakeLogItem> _added = new();
    private readonly IReadOnlyList<FakeLogItem> _initial = [];

    /// <summary>The session's items in the order they were added: a snapshot that later additions do not change.</summary>
    /// <value>Given at the start: copied. Default: none.</value>
    public IReadOnlyList<FakeLogItem> Items
    {
        get => Snapshot();
        init => _initial = value as IComputedItems ?? (IReadOnlyList<FakeLogItem>)[.. value];
    }

    /// <summary>Adds an item at the end; safe while the session is being read.</summary>
    public void AddItem(FakeLogItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        _added.Add(item);
    }

    internal LogItemSnapshot Snapshot() => new(_initial, _added.Snapshot());
}
