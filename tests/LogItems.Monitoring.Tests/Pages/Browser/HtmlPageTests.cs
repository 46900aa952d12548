using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using LogItems.FakeServer;
using LogItems.Monitoring.Tests.Support;
using Microsoft.Playwright;

namespace LogItems.Monitoring.Tests.Pages.Browser;

/// <summary>The page of a report, as people see and use it.</summary>
public class HtmlPageTests
{
    private const string Attack = "</script><img src=x onerror=alert(1)><b>bold</b> & {data}";

    private static readonly DateTimeOffset Start = new(2026, 11, 20, 22, 0, 0, TimeSpan.Zero);

    private static readonly FakeSession[] Sessions =
    [
        Runs.Create(
            Start, "Mail", ("Success", "Connected to organization"), ("Warning", "Processing mailbox a@b.c finished with warning: User was not found"),
            ("Error", "A task was canceled"), ("Success", Attack)),
        Runs.Create(Start.AddHours(2), "<i>Sites</i>", ("Success", "Processing site: Sales"), ("Stop", "Processing site: Projects")),
    ];

    private Browsing _browsing = null!;

    [OneTimeSetUp]
    public async Task OpenBrowser() => _browsing = await Browsing.StartAsync(Sessions, Start.AddHours(-10), Start.AddHours(9));

    [OneTimeTearDown]
    public async Task CloseBrowser() => await _browsing.DisposeAsync();

    [SetUp]
    public void Forget()
    {
        _browsing.Requests.Clear();
        _browsing.Messages.Clear();
    }

    [Test]
    public async Task Page_Offline_ShowsEverythingWithoutARequestOrAnError([Values(1440, 400)] int width, [Values] ColorScheme scheme)
    {
        var page = await _browsing.OpenAsync(width: width, scheme: scheme);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await page.Locator("#items tbody tr").CountAsync(), Is.EqualTo(6));
            Assert.That(await page.Locator("#groups tbody tr").CountAsync(), Is.EqualTo(2));
            Assert.That(
                await page.Locator("#groups tbody tr", new() { HasText = "a@b.c" }).Locator("td:nth-last-child(-n+2)").AllInnerTextsAsync(),
                Is.EqualTo(["Mailbox a@b.c", "User was not found"]));
            Assert.That(await page.Locator("#result").InnerTextAsync(), Is.EqualTo("6 of 6 log items."));
            Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width));
            Assert.That(_browsing.Requests, Is.Empty);
            Assert.That(_browsing.Messages, Is.Empty);
        }
    }

    [Test]
    public async Task Page_Accessibility_HasNoViolations([Values(1440, 400)] int width, [Values(ColorScheme.Light, ColorScheme.Dark)] ColorScheme scheme)
    {
        var page = await _browsing.OpenAsync(width: width, scheme: scheme);

        await page.ClickAsync("#sessions-details summary");
        await page.ClickAsync("#nights-details summary");
        var result = await page.RunAxe();

        Assert.That(result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")), Is.Empty);
    }

    [Test]
    public async Task Page_TextOfUsers_IsDataAndNeverMarkup()
    {
        var page = await _browsing.OpenAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await page.Locator("td", new() { HasText = Attack }).CountAsync(), Is.EqualTo(1));
            Assert.That(await page.Locator("img, main b, main i").CountAsync(), Is.Zero);
            Assert.That(await page.Locator("#job option").AllTextContentsAsync(), Is.EquivalentTo(new[] { "all", "<i>Sites</i>", "Mail" }));
        }
    }

    [Test]
    public async Task Page_ScriptOfSomebodyElse_IsNotRun()
    {
        var page = await _browsing.OpenAsync();

        await page.EvaluateAsync("const script = document.createElement('script'); script.textContent = 'document.title = 1'; document.body.append(script);");

        Assert.That(await page.TitleAsync(), Is.EqualTo("LogItems report"));
        Assert.That(_browsing.Messages, Has.Some.Contain("Content Security Policy"));
    }

    [TestCase("processing", 3)]
    [TestCase("PROCESSING -site", 1)]
    [TestCase("\"was not\" mailbox", 1)]
    [TestCase("-processing", 3)]
    [TestCase("-\"a task\" -processing", 2)]
    [TestCase("nowhere", 0)]
    public async Task Search_WordsAndExclusions_FilterTheItems(string search, int expected)
    {
        var page = await _browsing.OpenAsync();

        await page.FillAsync("#search", search);

        Assert.That(await page.Locator("#items tbody tr").CountAsync(), Is.EqualTo(expected));
        Assert.That(await page.Locator("#result").InnerTextAsync(), Is.EqualTo($"{expected} of 6 log items."));
    }

    [Test]
    public async Task Filters_LevelJobAndSession_AreCombinedAndKeptInTheAddress()
    {
        var page = await _browsing.OpenAsync();

        await page.UncheckAsync("#levels input[value=Success]");
        await page.SelectOptionAsync("#job", "Mail");
        await page.ClickAsync("#items th[data-by=started] button");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("#(?=.*order=started)(?=.*job=1)"));
        var address = await page.EvaluateAsync<string>("location.hash");
        var again = await _browsing.OpenAsync(address);

        foreach (var shown in new[] { page, again })
        {
            Assert.That(
                await shown.Locator("#items tbody tr td:last-child").AllInnerTextsAsync(),
                Is.EqualTo(new[] { Sessions[0].Items[1].Message, "A task was canceled" }));
            Assert.That(await shown.IsCheckedAsync("#levels input[value=Success]"), Is.False);
        }

        await page.ClickAsync("button[type=reset]");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("^[^#]*#?$"));
        Assert.That(await page.Locator("#items tbody tr").CountAsync(), Is.EqualTo(6));
    }

    [Test]
    public async Task Keyboard_SearchAndZoom_WorkWithoutAMouse()
    {
        var page = await _browsing.OpenAsync();

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("site");
        Assert.That(await page.Locator("#items tbody tr").CountAsync(), Is.EqualTo(2));
        await page.FillAsync("#search", "");
        await page.FocusAsync("#overview");
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowLeft");

        // The first quarter of three hours has the items of the first session.
        Assert.That(await page.Locator("#items tbody tr").CountAsync(), Is.EqualTo(4));
        await page.Keyboard.PressAsync("0");
        Assert.That(await page.Locator("#items tbody tr").CountAsync(), Is.EqualTo(6));
    }

    [Test]
    public async Task Pictures_HaveColorsOfTheItems()
    {
        var page = await _browsing.OpenAsync();

        var colors = await page.EvaluateAsync<int>(
            """
            (() => {
              const canvas = document.getElementById('timeline'), seen = new Set();
              const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
              for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 255) seen.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
              return ['26,127,55', '154,103,0', '198,40,40', '110,64,201'].filter(color => seen.has(color)).length;
            })()
            """);

        Assert.That(colors, Is.EqualTo(4), "success, warning, error and stop");
    }

    [Test]
    public async Task Timeline_PointedAt_TellsTheItem()
    {
        var page = await _browsing.OpenAsync("#session=0");

        // Each item takes a minute of the hour; the first begins a minute after the session, in the first lane.
        await page.HoverAsync("#timeline", new() { Position = new() { X = 220 + ((1440 - 34 - 220) * 1.5f / 60), Y = 18 + 8 } });
        var first = await page.GetAttributeAsync("#timeline", "title");
        await page.HoverAsync("#timeline", new() { Position = new() { X = 900, Y = 18 + 8 } });

        Assert.That(first, Is.EqualTo("Success, 2026-11-20 22:01:00, 0:01:00\nConnected to organization"));
        Assert.That(await page.GetAttributeAsync("#timeline", "title"), Is.Empty);
    }

    [Test]
    public async Task Print_ToPdf_Works()
    {
        var page = await _browsing.OpenAsync();

        Assert.That(await page.PdfAsync(), Has.Length.GreaterThan(10_000));
    }
}
