namespace LogItems.Export;

/// <summary>A log item with its key.</summary>
/// <param name="Key">
/// The key of the item, unique in its session and the same whenever it is exported: its identifier. An item without a readable identifier, and a
/// second item with the identifier of another, have a key that is derived from what they contain.
/// </param>
/// <param name="Item">The item.</param>
public readonly record struct ExportItem(Guid Key, LogItem Item);
