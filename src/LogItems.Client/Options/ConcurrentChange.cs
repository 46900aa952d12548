namespace LogItems;

/// <summary>A change of a list while it was being read: items before the next page have moved.</summary>
/// <param name="Offset">The offset of the page that showed it.</param>
/// <param name="MayHaveMissedItems">
/// Whether items may be missing: some were inserted where the list had already been read, and reading again was not conclusive. No item is delivered
/// twice in any case.
/// </param>
public sealed record ConcurrentChange(int Offset, bool MayHaveMissedItems);
