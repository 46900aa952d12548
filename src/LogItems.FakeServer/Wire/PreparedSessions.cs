using System.Collections.Concurrent;
using LogItems.FakeServer.Data;

namespace LogItems.FakeServer.Wire;

/// <summary>Caches the JSON of items by their URL, until the items change.</summary>
internal sealed class PreparedSessions
{
    // The URL contains everything that the JSON depends on besides the items: version, host name and session.
    private readonly ConcurrentDictionary<string, Lazy<PreparedItems>> _prepared = new(StringComparer.Ordinal);

    public PreparedItems Get(string href, LogItemSnapshot items, LogItemWriter writer)
    {
        var prepared = _prepared.AddOrUpdate(
            href, _ => Prepare(items, writer), (_, old) => old.Value.Items == items ? old : Prepare(items, writer));
        return prepared.Value;
    }

    private static Lazy<PreparedItems> Prepare(LogItemSnapshot items, LogItemWriter writer) =>
        new(() => new PreparedItems(items, writer));
}
