namespace LogItems.Monitoring.Failures;

/// <summary>The failures of all sessions that belong to one group.</summary>
internal sealed class GroupTally(FailureKey key)
{
    private readonly SpanTally _inSpan = new();
    private readonly SpanTally _before = new();
    private DistinctValues<string> _objects;
    private DistinctValues<string> _causes;
    private DistinctValues<string> _jobs;
    private int _sessions;
    private DateTimeOffset? _first;
    private DateTimeOffset? _last;
    private (string Text, Guid Session, Guid Item) _lastFailure;
    private FailureSignature? _example;

    public void Add(SessionTally tally, ReadSession session)
    {
        _sessions++;
        _objects.UnionWith(tally.Objects);
        _causes.UnionWith(tally.Causes);
        _example = SessionTally.Preferred(_example, tally.Example);
        if (session.JobLabel is { } job)
        {
            _jobs.Add(job);
        }

        _inSpan.Add(tally.InSpan);
        _before.Add(tally.Before);
        _first = _first is null || tally.First < _first ? tally.First : _first;
        AddLast(tally, session.Session.Id);
    }

    public FailureGroup ToGroup()
    {
        var isOneObject = _objects.Only is { Length: > 0 };
        return new FailureGroup
        {
            Trend = _before.Count == 0 ? FailureTrend.New : _inSpan.Count == 0 ? FailureTrend.Gone : FailureTrend.Recurring,
            Level = _inSpan.Count == 0 ? _before.Level : _inSpan.Level,
            ObjectKind = isOneObject ? _example!.ObjectKind : key.Kind,
            ObjectName = isOneObject ? _example!.ObjectName : null,
            ObjectAddress = isOneObject ? _example!.ObjectAddress : null,
            Objects = _objects.Values.Count(name => name.Length > 0),
            Cause = _causes.Only,
            Causes = _causes.Count,
            Jobs = [.. _jobs.Values.Order(StringComparer.Ordinal)],
            SessionId = key.Session == Guid.Empty ? null : key.Session,
            Sessions = _sessions,
            Count = _inSpan.Count,
            CountBefore = _before.Count,
            Nights = _inSpan.Nights,
            NightsBefore = _before.Nights,
            FirstSeen = _first,
            LastSeen = _last,
            LastText = _lastFailure.Text,
            LastSessionId = _lastFailure.Session,
            LastItemId = _lastFailure.Item,
        };
    }

    /// <summary>Of two failures at the same time, uses the one in the session with the greater identifier, because sessions are read in any order.</summary>
    private void AddLast(SessionTally tally, Guid session)
    {
        var order = Nullable.Compare(tally.Last, _last);
        if (_sessions == 1 || order > 0 || (order == 0 && session.CompareTo(_lastFailure.Session) > 0))
        {
            _last = tally.Last;
            _lastFailure = (tally.LastItem.Text, session, tally.LastItem.Id);
        }
    }
}
