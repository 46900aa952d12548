namespace LogItems;

/// <summary>The log items to read, their order and their maximum number.</summary>
public sealed record LogItemFilter
{
    /// <summary>The levels to read.</summary>
    /// <value>Empty (the default) for all. API v8 filters a single level on the server; everything else is filtered by the client.</value>
    public IReadOnlyCollection<LogItemLevel> Levels { get; init; } = [];

    /// <summary>The order: oldest first (true) or newest first (false).</summary>
    /// <value>Null (the default) leaves the order to the server. API v8 and later.</value>
    public bool? OrderAsc { get; init; }

    /// <summary>The number of items to skip.</summary>
    /// <value>0 (the default) or more. Only items that pass the filter count, in every API version.</value>
    public int StartAt { get; init; }

    /// <summary>The position to continue at: behind the item that the token comes from.</summary>
    /// <value>
    /// A <c>ContinuationToken</c> of a log item or of an exception, used with the same session, levels and order; null (the default) to begin at
    /// <see cref="StartAt"/>. If items before it were added or removed since, the client searches for it; if it no longer exists, reading continues
    /// at its old position, and the change is reported to <see cref="LogItemsClientOptions.OnConcurrentChange"/>.
    /// </value>
    public string? ContinuationToken { get; init; }

    /// <summary>The maximum number of items to read.</summary>
    /// <value>0 or more; null (the default) for all. No more pages are requested than are needed.</value>
    public int? Take { get; init; }
}
