using LogItems.FakeServer;
using LogItems.Monitoring.Tests.Support;
using Microsoft.Playwright;

namespace LogItems.Monitoring.Tests.Pages.Browser;

/// <summary>The tables and the trend of a report, over three nights of two jobs and more groups of failures than are shown at first.</summary>
public class PageTablesTests
{
    private const int Failures = 730;

    private static readonly DateTimeOffset Start = new(2026, 11, 18, 22, 0, 0, TimeSpan.Zero);

    // A run after midnight belongs to the night before.
    private static readonly FakeSession[] Sessions =
    [
        Runs.Create(Start, "Mail", [.. Enumerable.Range(1, Failures).Select(n => ("Error", $"Processing mailbox: user{n}@b.c. Access is denied."))]),
        Runs.Create(Start.AddHours(4), "Sites", ("Success", "Processing site: Sales")),
        Runs.Create(Start.AddDays(1), "Mail", ("Warning", "Zebra"), ("Success", "Apple"), ("Success", "Mango")),
        Runs.Create(Start.AddDays(2), "Mail", ("Success", "Connected to organization")),
    ];

    private Browsing _browsing = null!;

    [OneTimeSetUp]
    public async Task OpenBrowser() => _browsing = await Browsing.StartAsync(Sessions, Start.AddHours(-10), Start.AddDays(3));

    [OneTimeTearDown]
    public async Task CloseBrowser() => await _browsing.DisposeAsync();

    [Test]
    public async Task Groups_MoreThanAreShown_AreAllReachable()
    {
        var page = await _browsing.OpenAsync();

        Assert.That(await page.Locator("#groups tbody tr").CountAsync(), Is.EqualTo(100));
        Assert.That(await page.InnerTextAsync("#groups-note"), Does.Contain("100 of 731"));
        await page.ClickAsync("#groups-more");
        await page.ClickAsync("#groups-more");

        Assert.That(await page.Locator("#groups tbody tr").CountAsync(), Is.EqualTo(Failures + 1));
        Assert.That(await page.IsHiddenAsync("#groups-more"), Is.True);
    }

    [Test]
    public async Task Groups_SortedByAColumn_AreInItsOrderAndTurnAroundAtTheSecondTime()
    {
        var page = await _browsing.OpenAsync();

        await page.ClickAsync("#groups th[data-by=level] button");
        var worst = await page.Locator("#groups tbody tr:first-child td:first-child").InnerTextAsync();
        var direction = await page.GetAttributeAsync("#groups th[data-by=level]", "aria-sort");
        await page.ClickAsync("#groups th[data-by=level] button");

        Assert.That((worst, direction), Is.EqualTo(("■ Error", "descending")));
        Assert.That(await page.Locator("#groups tbody tr:first-child td:first-child").InnerTextAsync(), Is.EqualTo("▲ Warning"));
        Assert.That(await page.GetAttributeAsync("#groups th[data-by=level]", "aria-sort"), Is.EqualTo("ascending"));
    }

    [TestCase("text", "Apple|Mango|Zebra")]
    [TestCase("text-desc", "Zebra|Mango|Apple")]
    [TestCase("level-desc", "Zebra|Mango|Apple")]
    [TestCase("started", "Zebra|Apple|Mango")]
    [TestCase("started-desc", "Mango|Apple|Zebra")]
    public async Task Items_OrderOfTheAddress_IsTheOrderOfTheTable(string order, string expected)
    {
        var page = await _browsing.OpenAsync($"#session=2&order={order}");

        Assert.That(string.Join('|', await page.Locator("#items tbody tr td:last-child").AllInnerTextsAsync()), Is.EqualTo(expected));
    }

    [Test]
    public async Task Items_HeaderByKeyboard_SortsAndKeepsTheFocus()
    {
        var page = await _browsing.OpenAsync("#session=2");

        await page.FocusAsync("#items th[data-by=text] button");
        await page.Keyboard.PressAsync("Enter");
        Assert.That(await page.Locator("#items tbody tr:first-child td:last-child").InnerTextAsync(), Is.EqualTo("Apple"));
        await page.Keyboard.PressAsync("Enter");

        Assert.That(await page.Locator("#items tbody tr:first-child td:last-child").InnerTextAsync(), Is.EqualTo("Zebra"));
        Assert.That(await page.EvaluateAsync<string>("document.activeElement.textContent"), Is.EqualTo("Text"));
    }

    [Test]
    public async Task Items_ShowMore_ShowsTheRest()
    {
        var page = await _browsing.OpenAsync("#q=denied");

        Assert.That(await page.Locator("#items tbody tr").CountAsync(), Is.EqualTo(100));
        await page.ClickAsync("#items-more");
        await page.ClickAsync("#items-more");

        Assert.That(await page.Locator("#items tbody tr").CountAsync(), Is.EqualTo(Failures));
        Assert.That(await page.IsHiddenAsync("#items-more"), Is.True);
    }

    [Test]
    public async Task Nights_Table_CountsFromNoonToNoon()
    {
        var page = await _browsing.OpenAsync();

        await page.ClickAsync("#nights-details summary");

        var nights = await page.Locator("#nights tbody tr").AllInnerTextsAsync();
        Assert.That(nights.Select(night => string.Join(' ', night.Split('\t').Where((_, column) => column is 0 or 1 or 5))), Is.EqualTo(new[]
        {
            $"2026-11-18 2 {Failures + 1}", "2026-11-19 1 3", "2026-11-20 1 1",
        }));
    }

    [Test]
    public async Task Sessions_SortedByItems_BeginWithTheMost()
    {
        var page = await _browsing.OpenAsync();

        await page.ClickAsync("#sessions-details summary");
        await page.ClickAsync("#sessions th[data-by=items] button");

        Assert.That(await page.Locator("#sessions tbody tr td:last-child").AllInnerTextsAsync(), Is.EqualTo(["730", "3", "1", "1"]));
    }

    [Test]
    public async Task Trend_EachPicture_HasALineForEachJobInBothSchemes(
        [Values(ColorScheme.Light, ColorScheme.Dark)] ColorScheme scheme, [Values(1440, 400)] int width)
    {
        var page = await _browsing.OpenAsync(width: width, scheme: scheme);

        foreach (var picture in new[] { "#durations", "#transferred" })
        {
            Assert.That(await page.Locator($"{picture} .u-legend th").AllInnerTextsAsync(), Is.EqualTo(["Night", "Mail", "Sites"]));
            Assert.That((await page.Locator($"{picture} canvas").BoundingBoxAsync())!.Width, Is.GreaterThan(200).And.LessThan(width));
        }

        Assert.That(_browsing.Messages, Is.Empty);
    }

    [Test]
    public async Task Print_ClosedTables_AreOnThePaper()
    {
        var page = await _browsing.OpenAsync();

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");

        Assert.That(await page.Locator("#nights tbody tr").First.IsVisibleAsync(), Is.True);
        Assert.That(await page.Locator("#groups-note").IsVisibleAsync(), Is.True, "the paper says how many groups there are");
        Assert.That(await page.Locator("#nights tbody tr").CountAsync(), Is.EqualTo(3));
        Assert.That(await page.Locator("#sessions tbody tr").CountAsync(), Is.EqualTo(4));
    }
}
