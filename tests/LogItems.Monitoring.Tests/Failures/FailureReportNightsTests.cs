using LogItems.FakeServer;
using LogItems.Monitoring.Tests.Support;

namespace LogItems.Monitoring.Tests.Failures;

/// <summary>Thirty nights with recurrences that were planted: all are found, and none is invented.</summary>
public class FailureReportNightsTests
{
    private const int Nights = 30;
    private const int Half = Nights / 2;

    private static readonly DateTimeOffset First = new(2026, 10, 20, 22, 0, 0, TimeSpan.FromHours(-7));
    private static readonly DateTimeOffset Now = First.AddDays(Nights - 1).AddHours(10);

    /// <summary>What fails, why, in which job, how often a night, and in which nights.</summary>
    private static readonly Recurrence[] Plan =
    [
        new("Mail", "Warning", "Mailbox", "anna@contoso.com", "User was not found", 2, [.. Enumerable.Range(0, Nights)],
            (random, time) => $"Processing mailbox anna@contoso.com finished with warning: User was not found (ID: {NewId(random)})"),
        new("Mail", "Error", "Mailbox", "ben@contoso.com", "Mailbox of {size} exceeds the quota of {size}", 1, [17, 20, 29],
            (random, time) => "Processing mailbox ben@contoso.com failed with error: "
                + $"Mailbox of {random.Next(1, 99)}.{random.Next(10)} GB exceeds the quota of 100 GB."),
        new("Mail", "Warning", "Mailbox", "carla@contoso.com", "Item changed at {date}", 5, [0, 3, 14],
            (random, time) => $"Processing mailbox carla@contoso.com completed with warning: Item changed at {time:M/d/yyyy h:mm:ss tt}"),
        new("Sites", "Error", "Site", "Sales", "The remote server returned an error: (503) Server Unavailable", 1, [14, 15],
            (random, time) => "Processing site Sales (https://contoso.sharepoint.com/sites/Sales) failed with error: "
                + "The remote server returned an error: (503) Server Unavailable."),
        new("Sites", "Error", "Site", "Sales", "The remote server returned an error: (404) Not Found", 1, [15],
            (random, time) => "Processing site Sales (https://contoso.sharepoint.com/sites/Sales) failed with error: "
                + "The remote server returned an error: (404) Not Found."),
        new("Sites", "Warning", "Team", "Projects", "Failed to find Team mailbox owner account", 1, [1, 28],
            (random, time) => "Failed to process team: Projects. Failed to find Team mailbox owner account."),
        new("Archive", "Warning", "", "", "License of {number} users is used by {number}", 1, [.. Enumerable.Range(Half, Half)],
            (random, time) => $"License of {random.Next(100, 200)} users is used by {random.Next(200, 300)}"),
    ];

    [Test]
    public async Task ReadAsync_PlantedRecurrences_AreAllFoundAndNoneIsInvented([Values(ApiVersion.V3, ApiVersion.V8)] ApiVersion version)
    {
        await using var run = await ServerRun.StartAsync([.. Enumerable.Range(0, Nights).SelectMany(Night)], version);

        var report = await FailureReport.ReadAsync(
            run.Client, new FailureReportOptions { Since = First.AddDays(Half).AddHours(-12), Until = Now, TimeProvider = new FixedTime(Now) });

        Assert.That(report.Groups.Select(Describe), Is.EquivalentTo(Plan.Select(Expected)));
        Assert.That((report.Sessions, report.SessionsBefore), Is.EqualTo((Half * 3, Half * 3)));
    }

    private static IEnumerable<FakeSession> Night(int night)
    {
        foreach (var job in new[] { "Mail", "Sites", "Archive" })
        {
            var random = new Random((night * 10) + job.Length);
            var start = First.AddDays(night).AddMinutes(random.Next(200));
            var failures = Plan.Where(planted => planted.Job == job && planted.Nights.Contains(night))
                .SelectMany(planted => Enumerable.Range(0, planted.Count).Select(_ => (planted.Level, planted.Text(random, start))));
            var successes = Enumerable.Range(0, 20).Select(number => ("Success", $"Processing mailbox: user{number}@contoso.com"));
            yield return Runs.Create(start, job, [.. successes.Concat(failures)]);
        }
    }

    private static string Expected(Recurrence planted)
    {
        var (now, before) = (planted.Nights.Count(night => night >= Half), planted.Nights.Count(night => night < Half));
        var trend = before == 0 ? "New" : now == 0 ? "Gone" : "Recurring";
        return $"{trend} {planted.Level} {planted.Kind} {planted.Name} '{planted.Cause}' in {planted.Job}: "
            + $"{now * planted.Count} in {now}, {before * planted.Count} in {before}";
    }

    private static string Describe(FailureGroup group) =>
        $"{group.Trend} {group.Level} {group.ObjectKind} {group.ObjectName} '{group.Cause}' in {string.Join(",", group.Jobs)}: "
        + $"{group.Count} in {group.Nights}, {group.CountBefore} in {group.NightsBefore}";

    private static Guid NewId(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private sealed record Recurrence(
        string Job, string Level, string Kind, string Name, string Cause, int Count, int[] Nights, Func<Random, DateTimeOffset, string> Text);
}
