using System.Net;
using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Cli.Tests.Commands;

internal sealed class ExportCommandTests : FleetFixture
{
    [TestCase("export --to jsonl", "Option '--fleet' is required")]
    [TestCase("export --fleet fleet.yaml", "Option '--to' is required")]
    [TestCase("export --fleet fleet.yaml --to csv", "--to is 'csv'; use one of postgres, jsonl, parquet, duckdb, otlp.")]
    public Task Export_InvalidOption_IsUsage(string commandLine, string expected) => AssertUsageAsync(commandLine, expected);

    [TestCase("export --fleet FLEET --to postgres", "No database is specified")]
    [TestCase("export --fleet FLEET --to postgres --connection Host=db;Password=secret", "--connection contains a password")]
    [TestCase("export --fleet FLEET --to postgres --connection secret", "--connection is not an Npgsql connection string")]
    [TestCase("export --fleet FLEET --to postgres --connection Host=db --checkpoints file", "--checkpoints cannot be combined with --to postgres")]
    [TestCase("export --fleet FLEET --to postgres --connection Host=db --output folder", "--output cannot be combined with --to postgres")]
    [TestCase("export --fleet FLEET --to jsonl --database a.duckdb", "--database applies to --to duckdb only.")]
    [TestCase("export --fleet FLEET --to duckdb --connection Host=db;Password=x", "--connection applies to --to postgres only.")]
    [TestCase("export --fleet FLEET --to jsonl --rotate-after 5m", "--rotate-after applies to --to parquet only.")]
    public async Task Export_InvalidTarget_IsUsageWithoutSecrets(string commandLine, string expected)
    {
        await WriteFleetAsync("http://127.0.0.1:1");

        var run = await ToolRun.StartAsync([.. commandLine.Split(' ').Select(word => word == "FLEET" ? Fleet : word)]);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(expected).And.Not.Contain("secret"));
    }

    [Test]
    public async Task Export_VariableThatIsNoConnectionString_IsUsageWithoutIt()
    {
        await WriteFleetAsync("http://127.0.0.1:1");

        var run = await ToolRun.StartAsync(
            ["export", "--fleet", Fleet, "--to", "postgres"],
            new Dictionary<string, string> { ["LOGITEMS_POSTGRES"] = "Host=db;Password=ab;secret=1" });

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("LOGITEMS_POSTGRES is not an Npgsql connection string").And.Not.Contain("secret"));
    }

    [Test]
    public async Task Export_DatabaseThatIsAway_IsReported()
    {
        await WriteFleetAsync("http://127.0.0.1:1");

        var run = await ToolRun.StartAsync(["export", "--fleet", Fleet, "--to", "postgres", "--connection", "Host=127.0.0.1;Port=1;Username=a"]);

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.StartWith("logitems: The database cannot be used: ").And.EndWith(". Check the connection string.\n"));
    }

    [Test]
    public async Task Export_OnceAndAgain_ExportsEachItemOnce()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = SyntheticSessions.Create(3, 20, seed: 1) });
        await WriteFleetAsync(server.BaseAddress.AbsoluteUri);

        var (first, second) = (await ExportAsync(), await ExportAsync());

        Assert.That((first.ExitCode, first.Error), Is.EqualTo((0, "60 items of 3 sessions exported from 1 server; 0 servers failed\n")));
        Assert.That((second.ExitCode, second.Error), Is.EqualTo((0, "0 items of 0 sessions exported from 1 server; 0 servers failed\n")));
        Assert.That(Directory.GetFiles(In("logs"), "*.jsonl").SelectMany(File.ReadAllLines).Count(), Is.EqualTo(63));
    }

    [Test]
    public async Task Export_ServerThatIsAway_IsReported()
    {
        await WriteFleetAsync("http://127.0.0.1:1");

        var run = await ExportAsync();

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Contain("Server paris failed").And.EndsWith("0 items of 0 sessions exported from 1 server; 1 server failed\n"));
    }

    [TestCase("http://backup.contoso.local:10366", "The address to listen on has to be http")]
    [TestCase("nowhere", "--urls is not a valid address. Use an address such as http://127.0.0.1:10366.")]
    public async Task Export_AddressThatIsNoneToListenOn_IsUsage(string url, string expected)
    {
        await WriteFleetAsync("http://127.0.0.1:1");

        var run = await ToolRun.StartAsync(["export", "--fleet", In("fleet.yaml"), "--to", "jsonl", "--output", In("logs"), "--urls", url]);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(expected));
    }

    [Test]
    [Platform("Linux,MacOsX")]
    public async Task Export_Urls_ServesMetricsAndHealthUntilItIsTerminated()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = SyntheticSessions.Create(3, 20, seed: 1) });
        await WriteFleetAsync(server.BaseAddress.AbsoluteUri);
        const string Command = "logitems export --fleet fleet.yaml --to jsonl --output logs --urls http://127.0.0.1:10366";
        using var tool = ToolProcess.Start(
            Command["logitems ".Length..].Replace("fleet.yaml", In("fleet.yaml")).Replace(" logs", $" {In("logs")}").Replace("10366", "0"));
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri((await tool.ReadLineAsync())!["listening on ".Length..]) };

        string metrics;
        do
        {
            metrics = await http.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        }
        while (!metrics.Contains("logitems_export_items_total{sink=\"JsonLinesSink\"} 60\n", StringComparison.Ordinal));
        using var health = await http.GetAsync(new Uri("/healthz", UriKind.Relative));
        await tool.SignalAsync("TERM");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(metrics, Does.Contain("# TYPE logitems_export_polls_total counter\n").And.Contain("logitems_export_lag_seconds{server=\"paris\"} "));
            Assert.That((health.StatusCode, await health.Content.ReadAsStringAsync()), Is.EqualTo((HttpStatusCode.OK, "Healthy\n1 server is exported.\n")));
            Assert.That(await tool.WaitAsync(), Is.Zero, await tool.Error);
        }
    }

    private async Task<ToolRun> ExportAsync()
    {
        const string Command = "logitems export --fleet fleet.yaml --to jsonl --output logs --once";
        return await ToolRun.StartAsync([.. Command.Split(' ')[1..].Select(word => word is "fleet.yaml" or "logs" ? In(word) : word)]);
    }
}
