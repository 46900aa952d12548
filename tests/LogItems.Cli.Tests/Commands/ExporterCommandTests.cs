using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Cli.Tests.Commands;

internal sealed class ExporterCommandTests : FleetFixture
{
    [TestCase("exporter", "No fleet is specified")]
    [TestCase("exporter --fleet x --max-jobs 0", "--max-jobs is '0'")]
    [TestCase("exporter --fleet x --urls nowhere", "--urls is not a valid address")]
    [TestCase("exporter --print panel", "--print is 'panel'")]
    public Task Exporter_InvalidOption_IsUsage(string commandLine, string expected) => AssertUsageAsync(commandLine, expected);

    [TestCase("http://backup.contoso.local:10365")]
    [TestCase("https://127.0.0.1:0")]
    [TestCase("http://127.0.0.1:0/metrics")]
    public async Task Exporter_AddressThatIsNoneToListenOn_IsUsage(string url)
    {
        await WriteFleetAsync("https://paris.contoso.local:4443");

        var run = await ToolRun.StartAsync(["exporter", "--fleet", Fleet, "--urls", url]);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("The address to listen on has to be http"));
    }

    [Test]
    public async Task Exporter_InvalidFleet_ListsEachProblemOnALineOfItsOwn()
    {
        await File.WriteAllTextAsync(Fleet, "interval: 1\nservers:\n  - nam: a\n");

        var run = await ToolRun.StartAsync(["exporter", "--fleet", Fleet]);

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((3, "")));
        Assert.That(run.Error.Split('\n'), Has.Some.EqualTo($"  {Fleet}:3: 'nam' is not a setting of a server. Did you mean 'name'?")
            .And.Some.StartsWith($"  {Fleet}:1: 'interval' is '1'."));
    }

    [Test]
    public async Task Exporter_NoSuchFile_IsReported()
    {
        var run = await ToolRun.StartAsync(["exporter", "--fleet", Fleet]);

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Contain(Fleet));
    }

    [TestCase("fleet", "fleet.yaml")]
    [TestCase("rules", "logitems.rules.yml")]
    [TestCase("dashboard", "dashboard.json")]
    [TestCase("scrape-config", "prometheus.yml")]
    [TestCase("systemd", "logitems-exporter.service")]
    [TestCase("export-systemd", "logitems-export.service")]
    [TestCase("containerfile", "Containerfile")]
    public async Task Exporter_Print_WritesTheFile(string word, string file)
    {
        var run = await ToolRun.StartAsync($"exporter --print {word}");

        var text = await File.ReadAllTextAsync(Path.Combine(Folder(), "..", "..", "..", "src", "LogItems.Export", "Prometheus", "Files", file));
        Assert.That((run.ExitCode, run.Out), Is.EqualTo((0, text)));
    }

    [Test]
    [Platform("Linux,MacOsX")]
    public async Task Exporter_Fleet_ServesMetricsAndHealthUntilItIsTerminated()
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        await WriteFleetAsync(server.BaseAddress.AbsoluteUri, "{ environment: LOGITEMS_PASSWORD }");
        using var tool = ToolProcess.Start(
            $"exporter --fleet {Fleet} --urls http://127.0.0.1:0", new Dictionary<string, string> { ["LOGITEMS_PASSWORD"] = "demo" });
        var address = new Uri((await tool.ReadLineAsync())!["listening on ".Length..]);
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = address };

        using var metrics = await http.GetAsync(new Uri("/metrics", UriKind.Relative));
        var health = await HealthAsync();

        // It is unhealthy until the polls have begun, which can be a moment after it listens.
        for (var began = Stopwatch.StartNew(); health.Status != HttpStatusCode.OK && began.Elapsed < TimeSpan.FromMinutes(1);)
        {
            health = await HealthAsync();
        }

        using var page = await http.GetAsync(new Uri("/", UriKind.Relative));
        await tool.SignalAsync("TERM");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(metrics.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/plain; version=0.0.4; charset=utf-8"));
            Assert.That(
                await metrics.Content.ReadAsStringAsync(),
                Does.Contain("# TYPE logitems_polls_total counter\nlogitems_polls_total{server=\"paris\"} "));
            Assert.That(health, Is.EqualTo((HttpStatusCode.OK, "polling\n")));
            Assert.That(await page.Content.ReadAsStringAsync(), Does.Contain("<a href=\"/metrics\">"));
            Assert.That(await tool.WaitAsync(), Is.Zero, await tool.Error);
        }

        async Task<(HttpStatusCode Status, string Text)> HealthAsync()
        {
            using var response = await http.GetAsync(new Uri("/healthz", UriKind.Relative));
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        }
    }

    [Test]
    [Platform("Linux")]
    public async Task Exporter_HealthCheckOfTheContainer_SucceedsWhileItServes()
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        await WriteFleetAsync(server.BaseAddress.AbsoluteUri);
        var file = (await ToolRun.StartAsync("exporter --print containerfile")).Out;
        var check = JsonSerializer.Deserialize<string[]>(file.Split("    CMD ")[1].Split('\n')[0])!;
        using var tool = ToolProcess.Start($"exporter --fleet {Fleet} --urls http://127.0.0.1:0");
        var port = new Uri((await tool.ReadLineAsync())!["listening on ".Length..]).Port;

        // It is unhealthy until the polls have begun, which can be a moment after it listens.
        var meanwhile = await ExitCodeOfAsync();
        for (var began = Stopwatch.StartNew(); meanwhile != 0 && began.Elapsed < TimeSpan.FromMinutes(1);)
        {
            meanwhile = await ExitCodeOfAsync();
        }

        await tool.SignalAsync("TERM");
        await tool.WaitAsync();
        var after = await ExitCodeOfAsync();

        Assert.That((meanwhile, after), Is.EqualTo((0, 1)));

        async Task<int> ExitCodeOfAsync()
        {
            var command = check[2].Replace("10365", port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            using var process = Process.Start(new ProcessStartInfo(check[0], [check[1], command]) { RedirectStandardError = true })!;
            await process.WaitForExitAsync();
            return process.ExitCode;
        }
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
