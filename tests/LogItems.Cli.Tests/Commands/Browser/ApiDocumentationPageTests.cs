using LogItems.Cli.Tests.Support;
using Microsoft.Playwright;

namespace LogItems.Cli.Tests.Commands.Browser;

/// <summary>The page of <c>logitems serve</c>, in a browser that finds no other server than this one.</summary>
internal sealed class ApiDocumentationPageTests
{
    private readonly List<string> _requests = [];
    private readonly List<string> _messages = [];
    private ToolProcess _serve = null!;
    private string _address = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _serve = ToolProcess.Start("serve --versions v5,v8");
        _address = (await _serve.ReadLineAsync())!["listening on ".Length..];
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            ],
        });
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        _serve.Dispose();
    }

    [Test]
    public async Task Page_WithoutANetwork_ShowsTheNewestVersionAndTriesIt()
    {
        var page = await OpenAsync();
        using var http = new HttpClient(new SocketsHttpHandler());
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "password", ["username"] = "demo", ["password"] = "demo", ["disable_antiforgery_token"] = "true",
        });
        using var signedIn = await http.PostAsync(new Uri($"{_address}/v8/token"), form);
        var token = System.Text.Json.JsonElement.Parse(await signedIn.Content.ReadAsStringAsync()).GetProperty("access_token").GetString()!;

        await page.GetByPlaceholder("Token").First.FillAsync(token);
        await page.GetByRole(AriaRole.Button, new() { Name = "Test Request" }).First.ClickAsync();
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Send" }).First.ClickAsync(),
            response => response.Url.Contains("/v8/", StringComparison.Ordinal));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo(200));
            Assert.That(await answer.TextAsync(), Does.Contain("Connected to organization"));
            Assert.That(_requests, Has.All.StartsWith($"{_address}/").And.Some.EqualTo($"{_address}/openapi/v8.json"));
            Assert.That(_messages, Is.Empty);
        }
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        page.Request += (_, request) => _requests.Add(request.Url);
        page.PageError += (_, error) => _messages.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _messages.Add(message.Text);
            }
        };
        await page.GotoAsync($"{_address}/docs");
        await page.GetByRole(AriaRole.Heading, new() { Name = "LogItems of backup sessions" }).WaitForAsync();
        return page;
    }
}
