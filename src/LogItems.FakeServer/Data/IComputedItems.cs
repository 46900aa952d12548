namespace LogItems.FakeServer.Data;

/// <summary>Items that are built when asked for, in the order of time; single facts cost less than whole items.</summary>
internal interface IComputedItems : IReadOnlyList<FakeLogItem>
{
    /// <summary>The level word of one item.</summary>
    string TypeAt(int index);

    /// <summary>The index of the item with that ID, or -1.</summary>
    int IndexOf(Guid id);
}
