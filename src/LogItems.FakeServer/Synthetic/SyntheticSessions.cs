using LogItems.FakeServer.Synthetic;

namespace LogItems.FakeServer;

/// <summary>Synthetic sessions in the style of real ones, identical for the same arguments on every machine.</summary>
/// <remarks>
/// Items are created when they are read, so a million of them use no memory. Their levels are the five of v8, so that they
/// are valid in every version.
/// </remarks>
public static class SyntheticSessions
{
    /// <summary>Creates job sessions, one per night, the last of which is still running.</summary>
    /// <remarks>
    /// Finished sessions alternate between Success, Warning, Failed and Stopped; no item has a more severe level than its session.
    /// The last items of the running session run.
    /// </remarks>
    /// <param name="sessions">The number of sessions, 0 or more.</param>
    /// <param name="items">The number of items of each session, 0 or more.</param>
    /// <param name="seed">The seed of the random numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static IReadOnlyList<FakeSession> Create(int sessions, int items, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sessions);
        ArgumentOutOfRangeException.ThrowIfNegative(items);
        var nights = Enumerable.Range(0, sessions)
            .Select(index => new SyntheticSessionFactory(seed, index, running: index == sessions - 1, items));
        return [.. nights.Select(night => night.ToSession())];
    }

    /// <summary>Creates one data retrieval session that has ended.</summary>
    /// <param name="items">The number of items, 0 or more.</param>
    /// <param name="seed">The seed of the random numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static FakeSession CreateDataRetrieval(int items, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(items);

        // Not the seed of the job sessions: ids must differ from theirs.
        return new SyntheticSessionFactory(~seed, index: 0, running: false, items).ToSession(FakeSessionKind.DataRetrieval);
    }
}
