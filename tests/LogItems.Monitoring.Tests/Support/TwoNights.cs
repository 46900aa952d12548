using LogItems.FakeServer;

namespace LogItems.Monitoring.Tests.Support;

/// <summary>Two nights with failures that are new, recurring and gone.</summary>
internal static class TwoNights
{
    /// <summary>Seven in the morning, three hours ahead of UTC.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 7, 0, 0, TimeSpan.FromHours(3));

    public static readonly DateTimeOffset LastNight = new(2026, 11, 20, 22, 0, 0, TimeSpan.FromHours(3));

    public static readonly FailureReportOptions Day = new() { Since = Now.AddHours(-24), TimeProvider = new FixedTime(Now) };

    public static readonly FakeSession[] Both =
    [
        Runs.Create(
            LastNight, "Mail", ("Success", "Connected to organization"), ("Warning", Warning("anna")), ("Warning", Warning("anna")),
            ("Error", "A task was canceled")),
        Runs.Create(LastNight.AddHours(1), "Sites", ("Error", "Failed to process site: https://c.sharepoint.com/sites/S. (404) Not Found.")),
        Runs.Create(LastNight.AddDays(-1), "Mail", ("Warning", Warning("anna")), ("Warning", Warning("ben"))),
    ];

    public static string Warning(string user) => $"Processing mailbox {user}@contoso.com finished with warning: User was not found (ID: {Guid.NewGuid()})";
}
