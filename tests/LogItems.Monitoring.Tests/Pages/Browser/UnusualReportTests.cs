using LogItems.Monitoring.Tests.Support;

namespace LogItems.Monitoring.Tests.Pages.Browser;

/// <summary>Reports of nothing, and of levels that nobody knows.</summary>
public class UnusualReportTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 22, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task Page_OfNoSessions_ShowsThatThereAreNone()
    {
        await using var browsing = await Browsing.StartAsync([], Start, Start.AddHours(9));

        var page = await browsing.OpenAsync();

        Assert.That(await page.InnerTextAsync("#result"), Is.EqualTo("0 of 0 log items."));
        Assert.That(browsing.Messages, Is.Empty);
    }

    [Test]
    public async Task Items_SortedByLevel_BeginWithTheWorst()
    {
        var session = Runs.Create(Start, "Mail", ("Success", "A"), ("Stop", "B"), ("Running", "C"), ("Fatal", "D"), ("Error", "E"), ("Warning", "F"));
        await using var browsing = await Browsing.StartAsync([session], Start.AddHours(-10), Start.AddHours(9));
        var page = await browsing.OpenAsync();

        await page.ClickAsync("#items th[data-by=level] button");

        Assert.That(await page.Locator("#items tbody tr td:last-child").AllInnerTextsAsync(), Is.EqualTo(["E", "D", "B", "F", "C", "A"]));
    }

    [Test]
    public async Task Page_NothingToCompareWith_ShowsTheNotice()
    {
        await using var browsing = await Browsing.StartAsync([Runs.Create(Start, "Mail")], Start.AddHours(-10), Start.AddHours(9));

        var page = await browsing.OpenAsync();

        Assert.That(
            await page.InnerTextAsync("#notices"),
            Is.EqualTo("No session ended between 2026-11-19 17:00:00Z and 2026-11-20 12:00:00Z, so every failure is new."));
    }

    /// <summary>The end of daylight saving time in Germany: 2026-10-25 01:00 UTC.</summary>
    [Test]
    public async Task Items_BeforeAndAfterAChangeOfTheClock_HaveTheirLocalTimes()
    {
        var change = new DateTimeOffset(2026, 10, 25, 1, 0, 0, TimeSpan.Zero);
        await using var browsing = await Browsing.StartAsync(
            [Runs.Create(change.AddHours(-3), "Mail", ("Success", "A")), Runs.Create(change.AddHours(1), "Sites", ("Success", "B"))],
            change.AddHours(-10),
            change.AddHours(9),
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        var page = await browsing.OpenAsync("#order=started");

        Assert.That(
            await page.Locator("#items tbody tr td:nth-child(2)").AllInnerTextsAsync(), Is.EqualTo(["2026-10-25 00:01:00", "2026-10-25 03:01:00"]));
        Assert.That(browsing.Messages, Is.Empty);
    }
}
