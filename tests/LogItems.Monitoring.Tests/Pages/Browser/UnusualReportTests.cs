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
}
