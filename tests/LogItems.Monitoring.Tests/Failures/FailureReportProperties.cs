using FsCheck;
using FsCheck.Fluent;
using LogItems.FakeServer;
using LogItems.Monitoring.Tests.Support;
using NUnitProperty = FsCheck.NUnit.PropertyAttribute;

namespace LogItems.Monitoring.Tests.Failures;

/// <summary>Every failure counts in exactly one group, whatever the texts, the grouping and the waivers.</summary>
public class FailureReportProperties
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 7, 0, 0, TimeSpan.Zero);

    private static readonly string[] Levels = ["Success", "Warning", "Error", "Stop", "Running"];

    private static readonly string[] Texts =
    [
        "A task was canceled", "Processing mailbox a@b.c finished with warning: User was not found",
        "Processing mailbox A@B.C finished with warning: User was not found", "Processing site: S", "Failed to process team: Sales. Gone.", "3 objects failed",
        "4 objects failed", "", " ", "[Failed] Re: x", "User was not found (ID: 7f0c8c1e-4b8f-4f1e-9a46-2d0a5b6c7d8e)",
    ];

    private static readonly FailureWaiverFile Waivers = FailureWaiverFile.Load(
        new StringReader("waivers: [{ cause: '*canceled', reason: R, expires: 2027-01-01 }, { cause: '*', object: Sales, reason: R, expires: 2027-01-01 }]"),
        "ignore.yaml");

    private static Gen<FakeSession> Sessions =>
        from hours in Gen.Choose(1, 47)
        from job in Gen.Elements("Mail", "Sites")
        from days in Gen.Elements(0, 0, 1, 2, 30)
        from isRunning in Gen.Elements(false, false, true)
        from items in Gen.Zip(Gen.Elements(Levels), Gen.Elements(Texts)).ArrayOf()
        select Create(Now.AddHours(-hours).AddMinutes(-90), TimeSpan.FromDays(days), isRunning, job, items);

    [NUnitProperty(MaxTest = 60)]
    public Property ReadAsync_AnySessions_CountsEveryFailureInExactlyOneGroup() => Prop.ForAll(
        Gen.Zip(Sessions.ArrayOf(), Gen.Zip(Gen.Choose(0, 15), Gen.Elements(ApiVersion.V2, ApiVersion.V6, ApiVersion.V8))).ToArbitrary(),
        pair => CountsOnceAsync(pair.Item1, (FailureGrouping)pair.Item2.Item1, pair.Item2.Item2));

    private static async Task<bool> CountsOnceAsync(FakeSession[] sessions, FailureGrouping grouping, ApiVersion version)
    {
        await using var run = await ServerRun.StartAsync(sessions, version);
        var options = new FailureReportOptions { Since = Now.AddHours(-24), GroupBy = grouping, TimeProvider = new FixedTime(Now) };

        var report = await FailureReport.ReadAsync(run.Client, options with { Waivers = Waivers });
        var other = await FailureReport.ReadAsync(run.Client, options with { MaxConcurrentSessions = 1 });

        var failures = sessions.SelectMany(session => session.Items.Where(item => item.Type is "Warning" or "Error").Select(item => (session, item))).ToList();
        var inSpan = failures.Count(failure => IsInSpan(failure.session, failure.item, options.Since));
        var before = failures.Count - inSpan;
        FailureGroup[] all = [.. report.Groups, .. report.IgnoredGroups];
        return all.Sum(group => group.Count) == inSpan && all.Sum(group => group.CountBefore) == before
            && report.Failures + report.IgnoredFailures == inSpan
            && other.Groups.Sum(group => group.Count) == inSpan && other.Failures == inSpan && other.FailuresBefore == before
            && all.All(group => group.Count + group.CountBefore > 0 && group.Nights <= group.Count && group.FirstSeen <= group.LastSeen);
    }

    /// <summary>A failure of a session that is running, or that began before the span and ended in it, counts by its time; any other by its session's.</summary>
    private static bool IsInSpan(FakeSession session, FakeLogItem item, DateTimeOffset since)
    {
        var isLong = session.EndTime is null || (session.CreationTime < since && session.EndTime >= since);
        return (isLong ? item.EndTime : session.EndTime) >= since;
    }

    /// <summary>A session that began some days before an hour of it, with its items spread over the time.</summary>
    private static FakeSession Create(DateTimeOffset start, TimeSpan earlier, bool isRunning, string job, (string Level, string Text)[] items) => new()
    {
        JobId = Runs.JobId(job),
        JobName = job,
        CreationTime = start - earlier,
        EndTime = isRunning ? null : start.AddHours(1),
        Status = isRunning ? "Running" : "Warning",
        Items =
        [
            .. items.Select((item, index) => (item, Time: start - earlier + ((earlier + TimeSpan.FromHours(1)) * (index + 1) / (items.Length + 1))))
                .Select((pair, index) => new FakeLogItem
                {
                    Usn = index + 1, Type = pair.item.Level, Message = pair.item.Text, CreationTime = pair.Time.AddSeconds(-1), EndTime = pair.Time,
                }),
        ],
    };
}
