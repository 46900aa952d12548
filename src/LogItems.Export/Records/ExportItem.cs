using LogItems.Monitoring;

namespace LogItems.Export;

/// <summary>A log item with its key.</summary>
/// <param name="Key">
/// The key of the item, unique in its session and the same whenever it is exported: its identifier. An item without a readable identifier, and a
/// second item with the identifier of another one, have a key derived from their content.
/// </param>
/// <param name="Item">The item.</param>
public readonly record struct ExportItem(Guid Key, LogItem Item)
{
    /// <summary>Gets whether it is a warning, an error, or of an unknown level.</summary>
    internal bool HasFailed => Item.Level is not (LogItemLevel.Success or LogItemLevel.Running or LogItemLevel.Stop);

    /// <summary>Reads the object and the cause of a failure.</summary>
    /// <returns>The signature of a warning, an error, or an item of an unknown level; null for all others.</returns>
    public FailureSignature? GetFailure() => HasFailed ? FailureSignature.Of(Item) : null;
}
