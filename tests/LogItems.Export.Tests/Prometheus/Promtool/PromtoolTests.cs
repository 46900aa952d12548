using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using LogItems.Export.Prometheus;
using LogItems.Export.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Export.Tests.Prometheus.Promtool;

/// <summary>What Prometheus's own tool reports about metrics and rules.</summary>
[NonParallelizable] // The export's instruments are those of the process.
public partial class PromtoolTests
{
    private string _folder = null!;

    [SetUp]
    public void CreateFolder()
    {
        _folder = Directory.CreateTempSubdirectory("promtool").FullName;
        File.WriteAllText(Path.Combine(_folder, "logitems.rules.yml"), ExporterFiles.Read(ExporterFile.Rules));
    }

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task CheckMetrics_OfAScrape_FindsNothing()
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var server = await FakeLogItemsServer.StartAsync(new()
        {
            Url = new("https://127.0.0.1:0"),
            Sessions =
            [
                TestFleet.Session("Mail \"night\"", now.AddHours(-6), "Failed", "Success", "Error"),
                TestFleet.Session("Mail \"night\"", now.AddHours(-30), "Success"),
                TestFleet.Session("Sites", now.AddHours(-1), "Running"),
            ],
        });
        await using var run = await ExporterRun.StartAsync(
            TestFleet.Server(server.BaseAddress, "works", labels: ("site", "north")) with { PinSha256 = [server.CertificateSha256!] },
            TestFleet.Server(server.BaseAddress, "refuses"));
        var metrics = await run.ReadAsync();

        var (exitCode, output) = await RunAsync(metrics, "check", "metrics");

        Assert.That((exitCode, output), Is.EqualTo((0, "")));
        var families = TypeLine().Matches(metrics).Select(match => match.Groups[1].Value).ToList();
        Assert.That(families, Has.Count.GreaterThan(20).And.All.Match("^(logitems|process|dotnet)_"));
    }

    [Test]
    public async Task CheckMetrics_OfAnExport_FindsNothing()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [ExportServers.Session(10)] });
        using var exposition = new MeterExposition("LogItems.Export");
        await using var store = SqliteCheckpointStore.Open(Path.Combine(_folder, "checkpoints.db"));
        var worker = new ExportWorker([ExportServers.Of(server), ExportServers.Of(new Uri("http://127.0.0.1:1"), "gone")], store, new RecordingSink());
        var (polls, metrics) = (0, "");
        using var end = new CancellationTokenSource();
        worker.Polled += (_, _) =>
        {
            if (Interlocked.Increment(ref polls) == 2)
            {
                // While it runs, so that what is observed is there.
                metrics = Write(exposition);
                end.Cancel();
            }
        };
        Assert.That(() => worker.RunAsync(end.Token), Throws.InstanceOf<OperationCanceledException>());

        var (exitCode, output) = await RunAsync(metrics, "check", "metrics");

        Assert.That((exitCode, output), Is.EqualTo((0, "")));
        Assert.That(metrics.Split('\n'), Is.SupersetOf(new[]
        {
            "logitems_export_polls_total{result=\"failed\"} 1",
            "logitems_export_poll_duration_seconds_count{result=\"success\"} 1",
            "logitems_export_items_total{sink=\"RecordingSink\"} 10",
            "logitems_export_servers{state=\"ok\"} 1",
        }));
    }

    [Test]
    public async Task CheckRules_FindsNothing()
    {
        var (exitCode, output) = await RunAsync("", "check", "rules", "--lint=all", "--lint-fatal", "logitems.rules.yml");

        Assert.That(exitCode, Is.Zero, output);
    }

    [Test]
    public async Task CheckRules_OfTheQueriesOfTheDashboard_FindsNothing()
    {
        var rules = Dashboard.Queries.Select((query, index) => $"  - record: query{index}\n    expr: {JsonSerializer.Serialize(query)}\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "dashboard.yml"), $"groups:\n- name: dashboard\n  rules:\n{string.Concat(rules)}");

        var (exitCode, output) = await RunAsync("", "check", "rules", "--lint=none", "dashboard.yml");

        Assert.That(exitCode, Is.Zero, output);
    }

    [Test]
    public async Task TestRules_EachAlert_FiresWhenItHasTo()
    {
        var tests = await File.ReadAllTextAsync(Path.Combine(Folder(), "alerts.test.yml"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "alerts.test.yml"), tests);

        var (exitCode, output) = await RunAsync("", "test", "rules", "alerts.test.yml");

        Assert.That(exitCode, Is.Zero, output);
        var alerts = AlertLine().Matches(ExporterFiles.Read(ExporterFile.Rules)).Select(match => match.Groups[1].Value);
        var fired = tests.Split("alertname: ").Where(part => part.Contains("exp_labels", StringComparison.Ordinal)).Select(part => part.Split('\n')[0].Trim());
        Assert.That(alerts.Except(fired), Is.Empty, "These alerts fire in no test.");
    }

    private static string Write(MeterExposition exposition)
    {
        using var text = new MemoryStream();
        exposition.WriteAsync(text, CancellationToken.None).GetAwaiter().GetResult();
        return System.Text.Encoding.UTF8.GetString(text.ToArray());
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/promtool", arguments)
        {
            WorkingDirectory = _folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(await output));
    }

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex("^# TYPE (\\S+) ", RegexOptions.Multiline)]
    private static partial Regex TypeLine();

    [GeneratedRegex("- alert: (\\S+)")]
    private static partial Regex AlertLine();
}
