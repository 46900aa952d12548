namespace LogItems;

/// <summary>A change of a list while it was being read: items before the next page have moved.</summary>
/// <param name="Offset">The offset of the page on which the change was detected.</param>
/// <param name="MayHaveMissedItems">
/// Whether items may be missing: some were inserted where the list had already been read, and reading it again was inconclusive. No item is delivered
/// twice in any case.
/// </param>
public sealed record ConcurrentChange(int Offset, bool MayHaveMissedItems);
