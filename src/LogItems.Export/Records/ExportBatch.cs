namespace LogItems.Export;

/// <summary>The unit that a sink writes: sessions of one server.</summary>
/// <param name="Server">The name of the server in the fleet.</param>
/// <param name="Labels">The labels of the server.</param>
/// <param name="Sessions">The sessions, each once.</param>
/// <param name="ObservedAt">The time at which the first of them was read.</param>
public sealed record ExportBatch(
    string Server, IReadOnlyDictionary<string, string> Labels, IReadOnlyList<ExportSession> Sessions, DateTimeOffset ObservedAt)
{
    /// <summary>The number of items of all sessions.</summary>
    public int ItemCount => Sessions.Sum(session => session.Items.Count);
}
