using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Cli.Tests.Commands.Prometheus;

/// <summary>A Prometheus that scrapes the exporter and an export, with the files that belong to them.</summary>
internal sealed partial class ScrapeTests
{
    private readonly HttpClient _http = new(new SocketsHttpHandler());
    private string _folder = null!;
    private FakeLogItemsServer _paris = null!;
    private FakeLogItemsServer _oslo = null!;
    private ToolProcess _exporter = null!;
    private ToolProcess _export = null!;
    private Process _prometheus = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _folder = Directory.CreateTempSubdirectory("prometheus").FullName;
        var now = TimeProvider.System.GetUtcNow();
        (_paris, _oslo) = (await StartServerAsync(now, "Failed"), await StartServerAsync(now, "Success"));
        await File.WriteAllTextAsync(In("fleet.yaml"), $$"""
            interval: 1s
            defaults:
              username: demo
              password: { environment: LOGITEMS_PASSWORD }
            servers:
              - { name: paris, address: '{{_paris.BaseAddress}}', pinSha256: {{_paris.CertificateSha256}}, labels: { customer: Contoso } }
              - { name: oslo, address: '{{_oslo.BaseAddress}}', pinSha256: {{_oslo.CertificateSha256}}, labels: { customer: Fabrikam } }
            """);
        var environment = new Dictionary<string, string> { ["LOGITEMS_PASSWORD"] = "demo" };
        _exporter = ToolProcess.Start($"exporter --fleet {In("fleet.yaml")} --urls http://127.0.0.1:0", environment);
        _export = ToolProcess.Start($"export --fleet {In("fleet.yaml")} --to jsonl --output {In("logs")} --urls http://127.0.0.1:0", environment);
        var exporter = new Uri((await _exporter.ReadLineAsync())!["listening on ".Length..]);
        var export = new Uri((await _export.ReadLineAsync())!["listening on ".Length..]);

        await File.WriteAllTextAsync(In("logitems.rules.yml"), (await ToolRun.StartAsync("exporter --print rules")).Out);
        var configuration = (await ToolRun.StartAsync("exporter --print scrape-config")).Out;
        configuration = configuration.Replace("\n  # - job", "\n  - job").Replace("\n  #   ", "\n    ").Replace("interval: 30s", "interval: 1s");
        await File.WriteAllTextAsync(
            In("prometheus.yml"), configuration.Replace("127.0.0.1:10365", exporter.Authority).Replace("127.0.0.1:10366", export.Authority));
        var port = FreePort();
        _http.BaseAddress = new Uri($"http://127.0.0.1:{port}");
        const string Command = "prometheus --config.file=prometheus.yml";
        _prometheus = Process.Start(new ProcessStartInfo(
            "/bin/sh", ["-c", $"exec {Command} --storage.tsdb.path=data --web.listen-address=127.0.0.1:{port} --log.level=error"])
        {
            WorkingDirectory = _folder,
        })!;
        await UntilAsync(IsReadyAsync);
        await UntilAsync(async () => (await QueryAsync("sum(logitems_up)")) is [{ Value: "2" }]);
        await UntilAsync(async () => (await QueryAsync("sum(logitems_export_items_total)")) is [{ Value: "6" }]);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _prometheus.Kill();
        await _prometheus.WaitForExitAsync();
        _prometheus.Dispose();
        _exporter.Dispose();
        _export.Dispose();
        await _paris.DisposeAsync();
        await _oslo.DisposeAsync();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task Query_LastResults_AreThoseOfTheServers()
    {
        var results = await QueryAsync("logitems_job_last_result");

        Assert.That(
            results.Select(result => (result.Labels["server"], result.Labels["customer"], result.Labels["job_name"], result.Labels["job"], result.Value)),
            Is.EquivalentTo(new[] { ("paris", "Contoso", "Nightly", "logitems", "2"), ("oslo", "Fabrikam", "Nightly", "logitems", "0") }));
    }

    [Test]
    public async Task Query_OfTheExport_HasItsStateByServer()
    {
        var lags = await QueryAsync("logitems_export_lag_seconds");
        var states = await QueryAsync("logitems_export_servers > 0");
        var outages = await QueryAsync("logitems_export_sink_outage_seconds");

        Assert.That(
            lags.Select(lag => (lag.Labels["job"], lag.Labels["server"])),
            Is.EquivalentTo(new[] { ("logitems-export", "paris"), ("logitems-export", "oslo") }));
        Assert.That(states.Select(state => (state.Labels["state"], state.Value)), Is.EqualTo(new[] { ("ok", "2") }));
        Assert.That(outages.Select(outage => (outage.Labels["sink"], outage.Value)), Is.EqualTo(new[] { ("JsonLinesSink", "0") }));
        Assert.That(await QueryAsync("up{job=\"logitems-export\"}"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Query_EachPanelOfTheDashboard_HasData()
    {
        var dashboard = JsonElement.Parse((await ToolRun.StartAsync("exporter --print dashboard")).Out);
        var queries = PanelsOf(dashboard).Where(panel => panel.TryGetProperty("targets", out _))
            .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
            .Select(target => Variable().Replace(target.GetProperty("expr").GetString()!, ".*").Replace("$__rate_interval", "1m", StringComparison.Ordinal))
            .ToList();

        Assert.That(queries, Has.Count.GreaterThan(30));
        foreach (var query in queries)
        {
            // Rates need two scrapes.
            await UntilAsync(async () => (await QueryAsync(query)).Count > 0, query);
        }
    }

    /// <summary>A collapsed row contains its panels.</summary>
    private static IEnumerable<JsonElement> PanelsOf(JsonElement parent) =>
        parent.TryGetProperty("panels", out var panels) ? panels.EnumerateArray().SelectMany(panel => PanelsOf(panel).Prepend(panel)) : [];

    [Test]
    public async Task Alerts_FailedJob_IsPending()
    {
        await UntilAsync(async () => (await FailedJobsAsync()).Count > 0);

        Assert.That(await FailedJobsAsync(), Is.EqualTo(new[] { "paris" }));
    }

    /// <summary>While Prometheus starts, it answers everything with 503.</summary>
    private async Task<bool> IsReadyAsync()
    {
        using var response = await _http.GetAsync(new Uri("/-/ready", UriKind.Relative));
        return response.IsSuccessStatusCode;
    }

    private static Task<FakeLogItemsServer> StartServerAsync(DateTimeOffset now, string lastStatus) => FakeLogItemsServer.StartAsync(new()
    {
        Url = new("https://127.0.0.1:0"),
        Sessions =
        [
            Session(now.AddHours(-7), now.AddHours(-6), "Success"),
            Session(now.AddHours(-3), now.AddHours(-2), lastStatus),
            Session(now.AddHours(-1), null, "Running"),
        ],
    });

    private static FakeSession Session(DateTimeOffset start, DateTimeOffset? end, string status) => new()
    {
        JobId = Guid.Parse("0c63a2de-5b8e-4d9f-9f0e-6b0c4f5d2a11"), JobName = "Nightly", CreationTime = start, EndTime = end, Status = status,
        Items = [new FakeLogItem { Usn = 1, Type = "Warning", Message = "Mailbox was not found", CreationTime = start, EndTime = start.AddMinutes(1) }],
    };

    private async Task<IReadOnlyList<(IReadOnlyDictionary<string, string> Labels, string Value)>> QueryAsync(string query)
    {
        var data = await GetAsync($"/api/v1/query?query={Uri.EscapeDataString(query)}");
        return [.. data.GetProperty("result").EnumerateArray().Select(result => (
            (IReadOnlyDictionary<string, string>)result.GetProperty("metric")
                .EnumerateObject().ToDictionary(label => label.Name, label => label.Value.GetString()!),
            result.GetProperty("value")[1].GetString()!))];
    }

    /// <summary>The servers of the alerts about jobs that failed.</summary>
    private async Task<IReadOnlyList<string?>> FailedJobsAsync()
    {
        var alerts = (await GetAsync("/api/v1/alerts")).GetProperty("alerts").EnumerateArray().Select(alert => alert.GetProperty("labels"));
        return
        [
            .. alerts.Where(labels => labels.GetProperty("alertname").GetString() == "LogItemsBackupFailed")
                .Select(labels => labels.GetProperty("server").GetString()),
        ];
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        var body = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), body);
        return JsonElement.Parse(body).GetProperty("data");
    }

    /// <summary>Asks another process until it has got so far; it cannot be waited for otherwise.</summary>
    private static async Task UntilAsync(Func<Task<bool>> isReached, string what = "")
    {
        using var end = new CancellationTokenSource(ToolProcess.Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            while (!await IsReachedAsync(isReached))
            {
                await timer.WaitForNextTickAsync(end.Token);
            }
        }
        catch (OperationCanceledException exception)
        {
            throw new TimeoutException($"It took too long. {what}", exception);
        }
    }

    private static async Task<bool> IsReachedAsync(Func<Task<bool>> isReached)
    {
        try
        {
            return await isReached();
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string In(string file) => Path.Combine(_folder, file);

    [GeneratedRegex(@"\$(customer|site|server|job_name)\b")]
    private static partial Regex Variable();
}
