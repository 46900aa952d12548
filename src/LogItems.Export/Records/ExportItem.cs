using LogItems.Monitoring;

namespace LogItems.Export;

/// <summary>A log item with its key.</summary>
/// <param name="Key">
/// The key of the item, unique in its session and the same whenever it is exported: its identifier. An item without a readable identifier, and a
/// second item with the identifier of another, have a key that is derived from what they contain.
/// </param>
/// <param name="Item">The item.</param>
public readonly record struct ExportItem(Guid Key, LogItem Item)
{
    /// <summary>Determines whether it is a warning, an error, or of a level that is not known.</summary>
    internal bool HasFailed => Item.Level is not (LogItemLevel.Success or LogItemLevel.Running or LogItemLevel.Stop);

    /// <summary>Reads what failed and why.</summary>
    /// <returns>The object and the cause of a warning, an error, or an item of a level that is not known; null for all others.</returns>
    public FailureSignature? GetFailure() => HasFailed ? FailureSignature.Of(Item) : null;
}
