namespace LogItems.Export.Checkpoints;

/// <summary>The servers of a single process by the time at which they are due, measured with a monotonic clock.</summary>
internal sealed class DueServers(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly long _start = time.GetTimestamp();
    private readonly PriorityQueue<string, TimeSpan> _waiting = new();
    private readonly Dictionary<string, Guid> _taken = [];
    private readonly HashSet<string> _known = [];

    /// <summary>Adds servers, which are due immediately; known ones only if all are to be due.</summary>
    public void AddRange(IEnumerable<string> servers, bool areDue)
    {
        lock (_gate)
        {
            var waiting = areDue ? _waiting.UnorderedItems.Select(item => item.Element).ToList() : [];
            if (areDue)
            {
                _waiting.Clear();
            }

            foreach (var server in servers.Where(_known.Add).Concat(waiting))
            {
                _waiting.Enqueue(server, TimeSpan.Zero);
            }
        }
    }

    public ServerLease? TryTake()
    {
        lock (_gate)
        {
            if (!_waiting.TryPeek(out var server, out var due) || due > time.GetElapsedTime(_start))
            {
                return null;
            }

            _waiting.Dequeue();
            var lease = new ServerLease(server, Guid.NewGuid(), ServerCheckpoint.None);
            _taken.Add(server, lease.Owner);
            return lease;
        }
    }

    public void GiveBack(ServerLease lease, TimeSpan delay)
    {
        lock (_gate)
        {
            if (_taken.GetValueOrDefault(lease.Server) == lease.Owner)
            {
                _taken.Remove(lease.Server);
                _waiting.Enqueue(lease.Server, time.GetElapsedTime(_start) + delay);
            }
        }
    }
}
