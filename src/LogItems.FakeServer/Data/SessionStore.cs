namespace LogItems.FakeServer.Data;

/// <summary>The sessions of a server, in the order in which they were added.</summary>
internal sealed class SessionStore
{
    private readonly AppendOnlyList<FakeSession> _sessions = new();
    private readonly Dictionary<Guid, FakeSession> _byId = [];
    private readonly Lock _gate = new();

    public IReadOnlyList<FakeSession> All => _sessions.Snapshot();

    public void Add(FakeSession session)
    {
        lock (_gate)
        {
            if (!_byId.TryAdd(session.Id, session))
            {
                throw new ArgumentException(
                    $"A session with ID {session.Id} already exists; give each session its own ID.", nameof(session));
            }

            _sessions.Add(session);
        }
    }

    public FakeSession? Find(Guid id, FakeSessionKind kind)
    {
        lock (_gate)
        {
            return _byId.TryGetValue(id, out var session) && session.Kind == kind ? session : null;
        }
    }
}
