namespace LogItems.Export.Reading;

/// <summary>The sessions of a server that may have changes.</summary>
/// <param name="Pending">The sessions to read, oldest first, with their stored checkpoints; null for new ones.</param>
/// <param name="HasMore">Whether there are more than were kept: the server must be listed again when these have been read.</param>
/// <param name="Server">The state of the server to store; null to leave it unchanged.</param>
/// <param name="Gone">The sessions to remove, because they no longer exist on the server.</param>
/// <param name="Failures">The failures of requests for incomplete sessions.</param>
internal sealed record SessionListing(
    IReadOnlyList<(JobSession Session, SessionCheckpoint? Stored)> Pending,
    bool HasMore,
    ServerCheckpoint? Server,
    IReadOnlyList<Guid> Gone,
    IReadOnlyList<LogItemsApiException> Failures)
{
    /// <summary>The version of a session that was listed but not yet exported.</summary>
    private const long NotExported = 0;

    /// <summary>The checkpoint of a session whose items have not been read.</summary>
    public static SessionCheckpoint Checkpoint(JobSession session) =>
        new(session.Id, session.EndedAt, unchecked((long)Records.RecordHash.VersionOf(session)), IsComplete: false);

    /// <summary>
    /// The changes to store before the sessions are read, in parts. The server comes last: until it is stored, the same sessions are listed again.
    /// </summary>
    /// <param name="size">The maximum number of sessions per part.</param>
    public IEnumerable<CheckpointChange> Changes(int size)
    {
        foreach (var part in Gone.Chunk(size))
        {
            yield return new CheckpointChange { Gone = part };
        }

        if (Server is null)
        {
            yield break;
        }

        var added = Pending.Where(entry => entry.Stored is null).Select(entry => Checkpoint(entry.Session) with { Version = NotExported });
        foreach (var part in added.Chunk(size))
        {
            yield return new CheckpointChange { Sessions = part };
        }

        yield return new CheckpointChange { Server = Server };
    }
}
