using LogItems.Monitoring.Failures;

namespace LogItems.Monitoring;

public sealed partial record FailureReport
{
    /// <summary>Combines the reports of several servers, read with the same options.</summary>
    /// <remarks>
    /// Groups are not merged: each belongs to one server (<see cref="FailureGroup.Server"/>). Names of jobs are followed by the server's name. A waiver is
    /// unused if it is unused on every server.
    /// </remarks>
    /// <param name="reports">The reports with the names of their servers; at least one.</param>
    /// <exception cref="ArgumentException">There are no reports.</exception>
    public static FailureReport Combine(IReadOnlyCollection<(string Server, FailureReport Report)> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        if (reports.Count == 0)
        {
            throw new ArgumentException("There are no reports to combine. Pass at least one.", nameof(reports));
        }

        var all = reports.Select(entry => entry.Report).ToList();
        return new FailureReport
        {
            Since = all.Min(report => report.Since),
            Until = all.Max(report => report.Until),
            Before = all.Min(report => report.Before),
            Groups = Combine(report => report.Groups),
            IgnoredGroups = Combine(report => report.IgnoredGroups),
            ExpiredWaivers = [.. all.SelectMany(report => report.ExpiredWaivers).Distinct()],
            UnusedWaivers = [.. all[0].UnusedWaivers.Where(waiver => all.TrueForAll(report => report.UnusedWaivers.Contains(waiver)))],
            Failures = all.Sum(report => report.Failures),
            FailuresBefore = all.Sum(report => report.FailuresBefore),
            IgnoredFailures = all.Sum(report => report.IgnoredFailures),
            Sessions = all.Sum(report => report.Sessions),
            SessionsBefore = all.Sum(report => report.SessionsBefore),
            DeletedSessions = all.Sum(report => report.DeletedSessions),
            UnreadableSessions = all.Sum(report => report.UnreadableSessions),
            UnreadableReason = reports.Where(entry => entry.Report.UnreadableReason is not null)
                .Select(entry => $"{entry.Server}: {entry.Report.UnreadableReason}").FirstOrDefault(),
            JobsWithoutSessionsBefore = [.. reports.SelectMany(entry => entry.Report.JobsWithoutSessionsBefore.Select(job => $"{job} ({entry.Server})"))],
        };

        IReadOnlyList<FailureGroup> Combine(Func<FailureReport, IReadOnlyList<FailureGroup>> groups) =>
        [
            .. reports.SelectMany(entry => groups(entry.Report).Select(group => group with { Server = entry.Server })).Order(FailureOrder.Instance),
        ];
    }
}
