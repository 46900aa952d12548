using System.Globalization;

namespace LogItems.Monitoring.Failures;

/// <summary>Creates the notices of a report.</summary>
internal static class FailureReportNotices
{
    /// <summary>The maximum number of jobs to name; a server can have hundreds.</summary>
    private const int MaxNames = 5;

    public static IReadOnlyList<string> Of(FailureReport report)
    {
        var notices = new List<string>();
        if (report is { SessionsBefore: 0, Sessions: > 0 } && report.Groups.All(group => group.CountBefore == 0))
        {
            notices.Add(Invariant($"No session ended between {report.Before:u} and {report.Since:u}, so every failure is new."));
        }
        else if (report.JobsWithoutSessionsBefore.Count > 0)
        {
            var noun = report.JobsWithoutSessionsBefore.Count == 1 ? "this job" : "these jobs";
            var names = Names(report.JobsWithoutSessionsBefore);
            notices.Add(Invariant($"No session of {names} ended between {report.Before:u} and {report.Since:u}; what failed only in {noun} is new."));
        }

        if (report.UnreadableSessions > 0)
        {
            notices.Add($"{Sessions(report.UnreadableSessions)} could not be read, so failures are missing: {report.UnreadableReason}");
        }

        if (report.DeletedSessions > 0)
        {
            notices.Add($"{Sessions(report.DeletedSessions)} could not be read, because the server deleted them meanwhile.");
        }

        return notices;
    }

    private static string Sessions(int count) => Invariant($"{count:N0} session{(count == 1 ? "" : "s")}");

    private static string Names(IReadOnlyList<string> names)
    {
        if (names.Count > MaxNames)
        {
            return Invariant($"{string.Join(", ", names.Take(MaxNames))} and {names.Count - MaxNames:N0} more jobs");
        }

        return names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
