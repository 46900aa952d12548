namespace LogItems.FakeServer.Data;

/// <summary>Items that are created on access, in chronological order; single properties cost less than whole items.</summary>
internal interface IComputedItems : IReadOnlyList<FakeLogItem>
{
    /// <summary>The level of one item.</summary>
    string TypeAt(int index);

    /// <summary>The index of the item with that ID, or -1.</summary>
    int IndexOf(Guid id);
}
