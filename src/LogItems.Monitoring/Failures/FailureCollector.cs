namespace LogItems.Monitoring.Failures;

/// <summary>Assigns each failure to exactly one group, among the counted or the ignored ones.</summary>
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

    /// <summary>Adds all failures of a session; adds nothing if reading the session fails.</summary>
    public async Task AddAsync(ReadSession session, IAsyncEnumerable<LogItem> items, CancellationToken cancellationToken)
    {
        var (counted, ignored, used) = (new Dictionary<FailureKey, SessionTally>(), new Dictionary<FailureKey, SessionTally>(), new HashSet<FailureWaiver>());
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var signature = FailureSignature.Of(item);
            var tallies = IsIgnored(signature, session, used) ? ignored : counted;
            var key = FailureKey.Of(_options.GroupBy, signature, session.JobId, session.Session.Id);
            if (!tallies.TryGetValue(key, out var tally))
            {
                tallies.Add(key, tally = new SessionTally());
            }

            tally.Add(item, signature, session);
        }

        lock (_gate)
        {
            Merge(counted, _groups, session);
            Merge(ignored, _ignored, session);
            _used.UnionWith(used);
            Failures += counted.Values.Sum(tally => tally.InSpan.Count);
            FailuresBefore += counted.Values.Sum(tally => tally.Before.Count);
            IgnoredFailures += ignored.Values.Sum(tally => tally.InSpan.Count);
        }
    }

    public IReadOnlyList<FailureGroup> Groups() => [.. _groups.Values.Select(tally => tally.ToGroup()).Order(FailureOrder.Instance)];

    public IReadOnlyList<FailureGroup> IgnoredGroups() => [.. _ignored.Values.Select(tally => tally.ToGroup()).Order(FailureOrder.Instance)];

    public IReadOnlyList<FailureWaiver> ExpiredWaivers() => [.. Waivers.Where(waiver => waiver.Expiry < _today)];

    /// <param name="isComplete">Whether all sessions were read: an unread session may have failures that a waiver applies to.</param>
    public IReadOnlyList<FailureWaiver> UnusedWaivers(bool isComplete) =>
        isComplete && !_options.IsRestricted ? [.. Waivers.Where(waiver => waiver.Expiry >= _today && !_used.Contains(waiver))] : [];

    private IReadOnlyList<FailureWaiver> Waivers => _options.Waivers?.Waivers ?? [];

    /// <summary>Marks all waivers that apply to a failure as used, not only the first.</summary>
    private bool IsIgnored(FailureSignature signature, ReadSession session, HashSet<FailureWaiver> used)
    {
        var isIgnored = false;
        foreach (var waiver in Waivers)
        {
            // A waiver can use the job's name on the server, or the unique name in the report.
            if (waiver.Expiry >= _today
                && (waiver.Waives(signature, session.JobName) || (session.JobLabel != session.JobName && waiver.Waives(signature, session.JobLabel))))
            {
                used.Add(waiver);
                isIgnored = true;
            }
        }

        return isIgnored;
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
