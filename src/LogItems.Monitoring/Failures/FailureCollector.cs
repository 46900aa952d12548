namespace LogItems.Monitoring.Failures;

/// <summary>Puts each failure into exactly one group, of those that count or of those that are ignored.</summary>
internal sealed class FailureCollector
{
    private readonly FailureReportOptions _options;
    private readonly DateOnly _today;
    private readonly Lock _gate = new();
    private readonly Dictionary<FailureKey, GroupTally> _groups = [];
    private readonly Dictionary<FailureKey, GroupTally> _ignored = [];
    private readonly HashSet<FailureWaiver> _used = [];

    public FailureCollector(FailureReportOptions options)
    {
        _options = options;
        _today = DateOnly.FromDateTime(options.TimeProvider.GetLocalNow().DateTime);
    }

    public long Failures { get; private set; }

    public long FailuresBefore { get; private set; }

    public long IgnoredFailures { get; private set; }

    /// <summary>Adds all failures of a session; nothing of it is added where reading it fails.</summary>
    public async Task AddAsync(ReadSession session, IAsyncEnumerable<LogItem> items, CancellationToken cancellationToken)
    {
        var (counted, ignored, used) = (new Dictionary<FailureKey, SessionTally>(), new Dictionary<FailureKey, SessionTally>(), new HashSet<FailureWaiver>());
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var signature = FailureSignature.Of(item);
            var tallies = IsIgnored(signature, session.Job, used) ? ignored : counted;
            var key = FailureKey.Of(_options.GroupBy, signature, session.Job, session.Session.Id);
            if (!tallies.TryGetValue(key, out var tally))
            {
                tallies.Add(key, tally = new SessionTally());
            }

            tally.Add(item, signature, session.Session);
        }

        lock (_gate)
        {
            Merge(counted, _groups, session);
            Merge(ignored, _ignored, session);
            _used.UnionWith(used);
            var count = counted.Values.Sum(tally => tally.Count);
            (Failures, FailuresBefore) = session.IsInSpan ? (Failures + count, FailuresBefore) : (Failures, FailuresBefore + count);
            IgnoredFailures += session.IsInSpan ? ignored.Values.Sum(tally => tally.Count) : 0;
        }
    }

    public IReadOnlyList<FailureGroup> Groups() => [.. _groups.Values.Select(tally => tally.ToGroup()).Order(FailureOrder.Instance)];

    public IReadOnlyList<FailureGroup> IgnoredGroups() => [.. _ignored.Values.Select(tally => tally.ToGroup()).Order(FailureOrder.Instance)];

    public IReadOnlyList<FailureWaiver> ExpiredWaivers() => [.. Waivers.Where(waiver => waiver.Expiry < _today)];

    public IReadOnlyList<FailureWaiver> UnusedWaivers() => [.. Waivers.Where(waiver => waiver.Expiry >= _today && !_used.Contains(waiver))];

    private IReadOnlyList<FailureWaiver> Waivers => _options.Waivers?.Waivers ?? [];

    private bool IsIgnored(FailureSignature signature, string? job, HashSet<FailureWaiver> used)
    {
        foreach (var waiver in Waivers)
        {
            if (waiver.Expiry >= _today && waiver.Waives(signature, job))
            {
                used.Add(waiver);
                return true;
            }
        }

        return false;
    }

    private static void Merge(Dictionary<FailureKey, SessionTally> tallies, Dictionary<FailureKey, GroupTally> groups, ReadSession session)
    {
        foreach (var (key, tally) in tallies)
        {
            if (!groups.TryGetValue(key, out var group))
            {
                groups.Add(key, group = new GroupTally(key));
            }

            group.Add(tally, session);
        }
    }
}
