using System.Globalization;
using LogItems.Export;

namespace LogItems.Cli.Output;

/// <summary>The totals of an export.</summary>
internal sealed class ExportTotal
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _failed = [];
    private readonly HashSet<string> _polled = [];
    private long _sessions;
    private long _items;

    /// <summary>Gets whether a server, or a session of one, could not be read.</summary>
    public bool HasFailures
    {
        get
        {
            lock (_gate)
            {
                return _failed.Count > 0 || Skipped.Count > 0;
            }
        }
    }

    /// <summary>The servers that are leased by another worker.</summary>
    public IReadOnlyList<string> Skipped { get; set; } = [];

    public void Add(string server, PollResult result)
    {
        lock (_gate)
        {
            _polled.Add(server);
            _sessions += result.Sessions;
            _items += result.Items;
            _ = result.Failure is null ? _failed.Remove(server) : _failed.Add(server);
        }
    }

    public override string ToString()
    {
        lock (_gate)
        {
            return $"{Count(_items, "item")} of {Count(_sessions, "session")} exported from {Count(_polled.Count, "server")}; "
                + $"{Count(_failed.Count, "server")} failed"
                + (Skipped.Count == 0 ? "" : $", {Skipped.Count} {(Skipped.Count == 1 ? "is" : "are")} read by another worker");
        }
    }

    private static string Count(long number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");
}
