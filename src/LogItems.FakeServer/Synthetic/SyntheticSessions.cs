using LogItems.FakeServer.Synthetic;

namespace LogItems.FakeServer;

/// <summary>Made-up sessions in the style of real ones: the same for the same arguments, on every machine.</summary>
/// <remarks>
/// Items are built when they are read, so a million of them cost no memory. Their levels are the five that v8 knows, so that they
/// are valid in every version.
/// </remarks>
public static class SyntheticSessions
{
    /// <summary>Creates job sessions, one a night, of which the last is still running.</summary>
    /// <remarks>
    /// The finished ones take turns: Success, Warning, Failed, Stopped; the items of a session are no worse than the session.
    /// The last items of the running session run.
    /// </remarks>
    /// <param name="sessions">How many sessions; 0 or more.</param>
    /// <param name="items">How many items each session has; 0 or more.</param>
    /// <param name="seed">Another seed makes other sessions.</param>
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
    /// <param name="items">How many items the session has; 0 or more.</param>
    /// <param name="seed">Another seed makes another session.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static FakeSession CreateDataRetrieval(int items, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(items);

        // Not the seed of the job sessions: ids must differ from theirs.
        return new SyntheticSessionFactory(~seed, index: 0, running: false, items).ToSession(FakeSessionKind.DataRetrieval);
    }
}
