using System.Globalization;
using LogItems.Monitoring;

namespace LogItems.Cli.Output;

/// <summary>Writes messages about a failure report to stderr.</summary>
internal static class FailureNotices
{
    /// <summary>Writes warnings about an incomplete report and about waivers.</summary>
    public static void WriteWarnings(FailureReport report, FailureWaiverFile? waivers, TextWriter error)
    {
        Write(report.Notices, error);
        foreach (var waiver in report.ExpiredWaivers)
        {
            error.WriteLine(TerminalText.Escape(
                Invariant($"{waivers?.Name}:{waiver.Line}: the waiver of '{waiver.Cause}' expired on {waiver.Expiry:O}; what it ignored counts again.")));
        }

        foreach (var waiver in report.UnusedWaivers)
        {
            error.WriteLine(
                TerminalText.Escape(Invariant($"{waivers?.Name}:{waiver.Line}: the waiver of '{waiver.Cause}' matched nothing; remove it or correct it.")));
        }
    }

    /// <summary>Writes notices, which contain names and errors from the server.</summary>
    public static void Write(IReadOnlyList<string> notices, TextWriter error)
    {
        foreach (var notice in notices)
        {
            error.WriteLine(TerminalText.Escape(notice));
        }
    }

    /// <summary>Summarizes the report in one sentence.</summary>
    /// <param name="report">The report.</param>
    /// <param name="servers">The number of servers that were read; null for a report of a single server.</param>
    public static string Summarize(FailureReport report, int? servers = null)
    {
        var scope = servers is { } number ? $"{Count(number, "server")}: " : "";
        var ignored = report.IgnoredFailures > 0 ? $", {Number(report.IgnoredFailures)} ignored" : "";
        var trends = Enum.GetValues<FailureTrend>()
            .Select(trend => $"{report.Groups.Count(group => group.Trend == trend)} {trend.ToString().ToLowerInvariant()}");
        return $"{scope}{Count(report.Sessions, "session")} with {Count(report.Failures, "failure")}{ignored}; "
            + $"{Count(report.SessionsBefore, "session")} with {Count(report.FailuresBefore, "failure")} before. Groups: {string.Join(", ", trends)}.";
    }

    private static string Count(long number, string noun) => $"{Number(number)} {noun}{(number == 1 ? "" : "s")}";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
