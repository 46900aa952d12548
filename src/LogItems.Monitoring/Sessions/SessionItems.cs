using System.Runtime.CompilerServices;

namespace LogItems.Monitoring.Sessions;

/// <summary>Reads the items of some levels of a session.</summary>
/// <remarks>
/// An item with an unknown level can be more severe than an error, so it is read if errors are. A server that filters omits it, so the
/// items of all known levels are counted there as well, with a few small requests, and everything is read if the list has more items.
/// </remarks>
internal static class SessionItems
{
    /// <summary>Up to this number of levels, reading one list per level transfers less than reading everything, because most items succeed.</summary>
    private const int MaxLists = 3;

    /// <summary>
    /// Reads each item of the levels once. From a server that can filter, one level after another is requested, so that it sends only what is
    /// needed; from any other, everything is requested.
    /// </summary>
    public static IAsyncEnumerable<LogItem> ReadAsync(
        ILogItemsClient client, Guid sessionId, IReadOnlyCollection<LogItemLevel> levels, CancellationToken cancellationToken) =>
        ReadAsync(client, sessionId, levels, findsUnknown: true, cancellationToken);

    /// <inheritdoc cref="ReadAsync(ILogItemsClient, Guid, IReadOnlyCollection{LogItemLevel}, CancellationToken)"/>
    /// <param name="client">The client of the server.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="levels">The levels.</param>
    /// <param name="findsUnknown">Whether items of unknown levels are searched for on a server that filters; any other sends them in any case.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async IAsyncEnumerable<LogItem> ReadAsync(
        ILogItemsClient client,
        Guid sessionId,
        IReadOnlyCollection<LogItemLevel> levels,
        bool findsUnknown,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var version = await client.GetVersionAsync(cancellationToken).ConfigureAwait(false);
        var isSplit = levels.Count <= MaxLists && levels.All(HasType) && version.Supports(ApiFeatures.ListLogItemsType);
        var wantsUnknown = levels.Contains(LogItemLevel.Error);

        // An operation that ends between two lists could be in both.
        var met = new HashSet<Guid>();
        var counts = new Dictionary<LogItemLevel, int>();
        foreach (var level in isSplit ? levels.Distinct() : [])
        {
            counts[level] = 0;
            await foreach (var item in client.GetLogItemsAsync(sessionId, new LogItemFilter { Levels = [level] }, cancellationToken).ConfigureAwait(false))
            {
                if (item.Id == Guid.Empty || met.Add(item.Id))
                {
                    counts[level]++;
                    yield return item;
                }
            }
        }

        if (isSplit && (!(wantsUnknown && findsUnknown) || await AreAllKnownAsync(client, sessionId, counts, cancellationToken).ConfigureAwait(false)))
        {
            yield break;
        }

        await foreach (var item in client.GetLogItemsAsync(sessionId, new LogItemFilter(), cancellationToken).ConfigureAwait(false))
        {
            var isWanted = levels.Contains(item.Level) || (wantsUnknown && item is { Level: LogItemLevel.Unknown, LevelText: not null });
            if (isWanted && !(isSplit && (met.Contains(item.Id) || (item.Id == Guid.Empty && levels.Contains(item.Level)))))
            {
                yield return item;
            }
        }
    }

    /// <summary>Determines whether the items of the known levels are all that the session has.</summary>
    /// <remarks>
    /// Running items are counted after those that have ended, and all items last: an item that ends or appears in the meantime is then missing from the sum
    /// rather than counted twice, which could hide one of an unknown level.
    /// </remarks>
    private static async Task<bool> AreAllKnownAsync(
        ILogItemsClient client, Guid sessionId, Dictionary<LogItemLevel, int> counts, CancellationToken cancellationToken)
    {
        var known = counts.Where(count => count.Key != LogItemLevel.Running).Sum(count => (long)count.Value);
        var ended = Enum.GetValues<LogItemType>().Where(type => type is not (LogItemType.Success or LogItemType.Running) && !counts.ContainsKey(LevelOf(type)));
        foreach (var type in ended)
        {
            known += await FindAsync(type, expected: 0).ConfigureAwait(false);
        }

        // Usually, items are numbered from 1; if not, counting takes some more requests.
        var last = await client.GetLogItemsPageAsync(sessionId, limit: 1, orderAsc: false, cancellationToken: cancellationToken).ConfigureAwait(false);
        var guess = last.Results is [{ Usn: > 0 and <= int.MaxValue and var usn }, ..] ? usn : known;
        if (!counts.ContainsKey(LogItemLevel.Success))
        {
            known += await FindAsync(LogItemType.Success, guess - known).ConfigureAwait(false);
        }

        known += await FindAsync(LogItemType.Running, counts.GetValueOrDefault(LogItemLevel.Running)).ConfigureAwait(false);
        return known == await FindAsync(type: null, guess).ConfigureAwait(false);

        async Task<long> FindAsync(LogItemType? type, long expected) =>
            await ItemCount.FindAsync(client, sessionId, type, (int)Math.Clamp(expected, 0, int.MaxValue / 2), cancellationToken).ConfigureAwait(false);
    }

    private static bool HasType(LogItemLevel level) => Enum.GetValues<LogItemType>().Any(type => LevelOf(type) == level);

    public static LogItemLevel LevelOf(LogItemType type) => Enum.Parse<LogItemLevel>(type.ToString());
}
