using LogItems.FakeServer;
using LogItems.Monitoring.Tests.Support;
using Microsoft.Playwright;

namespace LogItems.Monitoring.Tests.Pages.Browser;

/// <summary>A report opened in Chromium from a file, without a network.</summary>
internal sealed class Browsing : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browsing(IPlaywright playwright, IBrowser browser, string file) => (_playwright, _browser, File) = (playwright, browser, file);

    /// <summary>The path of the page.</summary>
    public string File { get; }

    /// <summary>Everything that the page asked for, other than itself.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>What the page reported: errors of its script and violations of its policy.</summary>
    public List<string> Messages { get; } = [];

    public static async Task<Browsing> StartAsync(
        IReadOnlyList<FakeSession> sessions, DateTimeOffset since, DateTimeOffset until, TimeZoneInfo? zone = null)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.html");
        await using (var run = await ServerRun.StartAsync(sessions))
        {
            var report = await SessionReport.ReadAsync(run.Client, new() { Since = since, Until = until, TimeProvider = new FixedTime(until, zone) });
            await using var output = System.IO.File.Create(file);
            report.WriteHtml(output);
        }

        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync",
            ],
        });
        return new(playwright, browser, file);
    }

    /// <summary>Opens the page and waits until it shows its data.</summary>
    public async Task<IPage> OpenAsync(string fragment = "", int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await _browser.NewContextAsync(new() { Offline = true, ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme });
        var page = await context.NewPageAsync();
        var address = new Uri(File).AbsoluteUri;
        page.Request += (_, request) =>
        {
            if (request.Url.Split('#')[0] != address)
            {
                Requests.Add(request.Url);
            }
        };
        page.PageError += (_, error) => Messages.Add(error);
        page.Console += (_, message) => Messages.Add(message.Text);
        await page.GotoAsync(address + fragment);
        await page.WaitForSelectorAsync("html[data-ready=true]", new() { State = WaitForSelectorState.Attached });
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        System.IO.File.Delete(File);
    }
}
