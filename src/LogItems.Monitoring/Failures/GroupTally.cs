namespace LogItems.Monitoring.Failures;

/// <summary>The failures of all sessions that belong to one group.</summary>
internal sealed class GroupTally(FailureKey key)
{
    private DistinctValues<string> _objects;
    private DistinctValues<string> _causes;
    private DistinctValues<string> _jobs;
    private DistinctValues<int> _nights;
    private DistinctValues<int> _nightsBefore;
    private LogItemLevel _level = LogItemLevel.Success;
    private LogItemLevel _levelBefore = LogItemLevel.Success;
    private long _count;
    private long _countBefore;
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
        if (session.Job is { } job)
        {
            _jobs.Add(job);
        }

        if (session.IsInSpan)
        {
            _count += tally.Count;
            _level = Severity.Max(_level, tally.Level);
            _nights.Add(session.Night);
        }
        else
        {
            _countBefore += tally.Count;
            _levelBefore = Severity.Max(_levelBefore, tally.Level);
            _nightsBefore.Add(session.Night);
        }

        _first = _first is null || tally.First < _first ? tally.First : _first;
        AddLast(tally, session.Session.Id);
    }

    public FailureGroup ToGroup()
    {
        var isOneObject = _objects.Only is { Length: > 0 };
        return new FailureGroup
        {
            Trend = _countBefore == 0 ? FailureTrend.New : _count == 0 ? FailureTrend.Gone : FailureTrend.Recurring,
            Level = _count == 0 ? _levelBefore : _level,
            ObjectKind = isOneObject ? _example!.ObjectKind : key.Kind,
            ObjectName = isOneObject ? _example!.ObjectName : null,
            ObjectAddress = isOneObject ? _example!.ObjectAddress : null,
            Objects = _objects.Values.Count(name => name.Length > 0),
            Cause = _causes.Only,
            Causes = _causes.Count,
            Jobs = [.. _jobs.Values.Order(StringComparer.Ordinal)],
            SessionId = key.Session == Guid.Empty ? null : key.Session,
            Sessions = _sessions,
            Count = _count,
            CountBefore = _countBefore,
            Nights = _nights.Count,
            NightsBefore = _nightsBefore.Count,
            FirstSeen = _first,
            LastSeen = _last,
            LastText = _lastFailure.Text,
            LastSessionId = _lastFailure.Session,
            LastItemId = _lastFailure.Item,
        };
    }

    /// <summary>Of two failures at the same time, the one in the session with the greater identifier: sessions are read in any order.</summary>
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
