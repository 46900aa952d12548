using System.Runtime.CompilerServices;

namespace LogItems.Monitoring.Sessions;

/// <summary>Reads the items of some levels of a session.</summary>
internal static class SessionItems
{
    /// <summary>Up to this number of levels, one list for each is less than one list of everything: most items succeed.</summary>
    private const int MaxLists = 3;

    /// <summary>
    /// Reads each item of the levels once. A server that filters a single level is asked for one level after another, so that it sends only what is
    /// needed; any other is asked for everything.
    /// </summary>
    public static async IAsyncEnumerable<LogItem> ReadAsync(
        ILogItemsClient client, Guid sessionId, IReadOnlyCollection<LogItemLevel> levels, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var version = await client.GetVersionAsync(cancellationToken).ConfigureAwait(false);
        var isSplit = levels.Count is > 1 and <= MaxLists && !levels.Contains(LogItemLevel.Unknown) && version.Supports(ApiFeatures.ListLogItemsType);
        IEnumerable<IReadOnlyCollection<LogItemLevel>> lists = isSplit ? levels.Select(level => new[] { level }) : [levels];

        // An operation that ends between two lists could be in both.
        var met = isSplit ? new HashSet<Guid>() : null;
        foreach (var list in lists)
        {
            var filter = new LogItemFilter { Levels = list };
            await foreach (var item in client.GetLogItemsAsync(sessionId, filter, cancellationToken).ConfigureAwait(false))
            {
                if (met is null || item.Id == Guid.Empty || met.Add(item.Id))
                {
                    yield return item;
                }
            }
        }
    }
}
