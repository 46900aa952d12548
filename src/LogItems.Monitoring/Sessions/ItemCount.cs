namespace LogItems.Monitoring.Sessions;

/// <summary>Counts the items of a list whose pages have no total, by reading one or two items at positions where the end could be.</summary>
internal static class ItemCount
{
    private const int MaxStep = 1 << 28;

    /// <summary>Finds the length of a list; with one request if it is as expected, else with a logarithmic number of requests.</summary>
    /// <param name="client">The client.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="type">The type of the items; null for all.</param>
    /// <param name="expected">The expected length.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The length; 2,147,483,647 for a list without an end, as from a server that ignores the offset.</returns>
    public static async Task<int> FindAsync(
        ILogItemsClient client, Guid sessionId, LogItemType? type, int expected, CancellationToken cancellationToken)
    {
        // The lower (inclusive) and upper (exclusive) bounds of the number of items.
        var (low, high) = (0, (int?)null);
        var (probe, step) = (Math.Max(expected, 0), 1);
        while (high is null || high - low > 1)
        {
            // Reads the item before the position and the one at it, so that one request shows the end.
            var offset = Math.Max(0, probe - 1);
            var page = await client.GetLogItemsPageAsync(sessionId, offset, limit: 2, type: type, cancellationToken: cancellationToken).ConfigureAwait(false);
            var found = page.Results.Count;
            if (found == 0)
            {
                high = offset + 1 > low ? offset + 1 : low + 1;
            }
            else
            {
                low = Math.Max(low, offset + found);
                high = found < 2 ? low + 1 : high;
            }

            if (high is null && step > MaxStep)
            {
                return int.MaxValue;
            }

            probe = high is { } end ? low + ((end - low) / 2) : low + (step *= 2);
        }

        return low;
    }
}
