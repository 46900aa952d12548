using LogItems.Monitoring.Sessions;

namespace LogItems.Monitoring;

/// <summary>Counts the items of a session by level.</summary>
public static class SessionLevels
{
    /// <summary>Counts the items of a session by level.</summary>
    /// <remarks>With API v8, this takes about ten small requests; with earlier versions, all items are read.</remarks>
    /// <param name="client">The client of the server.</param>
    /// <param name="sessionId">The session. The counts of a running session may be inconsistent.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The number of items of each level that occurs.</returns>
    /// <exception cref="LogItemsApiException">The API returned an error; 404 if the session does not exist.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached.</exception>
    public static async Task<IReadOnlyDictionary<LogItemLevel, long>> CountAsync(
        ILogItemsClient client, Guid sessionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        var version = await client.GetVersionAsync(cancellationToken).ConfigureAwait(false);
        return version.Supports(ApiFeatures.ListLogItemsType)
            && await ProbeAsync(client, sessionId, cancellationToken).ConfigureAwait(false) is { } counts
            ? counts
            : await ReadAsync(client, sessionId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds the end of each level's list; null if a list has no end, as from a server that ignores the offset.</summary>
    private static async Task<IReadOnlyDictionary<LogItemLevel, long>?> ProbeAsync(ILogItemsClient client, Guid sessionId, CancellationToken cancellationToken)
    {
        var counts = new SortedDictionary<LogItemLevel, long>();
        foreach (var type in Enum.GetValues<LogItemType>().Where(type => type != LogItemType.Success))
        {
            counts[SessionItems.LevelOf(type)] = await FindAsync(type, expected: 0).ConfigureAwait(false);
        }

        // Usually, items are numbered from 1, and all remaining ones succeeded; if not, counting takes some more requests.
        var last = await client.GetLogItemsPageAsync(sessionId, limit: 1, orderAsc: false, cancellationToken: cancellationToken).ConfigureAwait(false);
        var guess = last.Results is [{ Usn: > 0 and <= int.MaxValue and var usn }, ..] ? usn : 0;
        var all = await FindAsync(type: null, guess).ConfigureAwait(false);
        counts[LogItemLevel.Success] = await FindAsync(LogItemType.Success, all - counts.Values.Sum()).ConfigureAwait(false);
        counts[LogItemLevel.Unknown] = Math.Max(0, all - counts.Values.Sum());
        return counts.ContainsValue(int.MaxValue) || all == int.MaxValue ? null : counts.Where(count => count.Value > 0).ToDictionary();

        async Task<long> FindAsync(LogItemType? type, long expected) =>
            await ItemCount.FindAsync(client, sessionId, type, (int)Math.Clamp(expected, 0, int.MaxValue / 2), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyDictionary<LogItemLevel, long>> ReadAsync(ILogItemsClient client, Guid sessionId, CancellationToken cancellationToken)
    {
        var counts = new SortedDictionary<LogItemLevel, long>();
        await foreach (var item in client.GetLogItemsAsync(sessionId, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            counts[item.Level] = counts.GetValueOrDefault(item.Level) + 1;
        }

        return counts;
    }
}
