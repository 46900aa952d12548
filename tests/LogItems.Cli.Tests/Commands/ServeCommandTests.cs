using System.Text.Json;
using LogItems.Cli.Hosting;
using LogItems.Cli.Tests.Support;

namespace LogItems.Cli.Tests.Commands;

internal sealed class ServeCommandTests
{
    [TestCase("--fault 503", "--fault is '503'; use KIND:RATE")]
    [TestCase("--fault 503:2", "--fault is '503:2'; use KIND:RATE")]
    [TestCase("--fault fire:0.1", "--fault is 'fire:0.1'; use KIND:RATE")]
    [TestCase("--fault 503:0.6 --fault 500:0.6", "add up to more than 1")]
    [TestCase("--latency -1", "--latency is '-1'")]
    [TestCase("--token-lifetime 0", "--token-lifetime is '0'")]
    [TestCase("--grow 0", "--grow is '0'")]
    [TestCase("--grow 5 --sessions 0", "--grow requires at least one session")]
    [TestCase("--grow 5 --items 10001", "at most 10,000 items")]
    [TestCase("--versions v9", "--versions is 'v9'")]
    [TestCase("--urls http://0.0.0.0:0", "0.0.0.0")]
    public async Task Serve_UnusableOption_IsWrongUsage(string options, string said)
    {
        var run = await ToolRun.StartAsync($"serve {options}");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(said));
    }

    [Test]
    public async Task Serve_HttpsWithFaults_IsReadThroughThemByThePin()
    {
        using var serve = ToolProcess.Start(
            "serve --urls https://localhost:0 --sessions 1 --items 300 --fault 503:0.2 --fault truncate:0.2 --fault-seed 4 --latency 1");
        var address = (await serve.ReadLineAsync())!["listening on ".Length..];
        var environment = new Dictionary<string, string>
        {
            ["LOGITEMS_SERVER"] = address, ["LOGITEMS_USERNAME"] = "demo", ["LOGITEMS_PASSWORD"] = "demo",
        };
        var certificate = await ToolRun.StartAsync("certificate", environment);
        var refused = await ToolRun.StartAsync("sessions", environment);
        environment["LOGITEMS_PIN_SHA256"] = certificate.Lines.Single(line => line.StartsWith("sha256", StringComparison.Ordinal)).Split(' ')[^1];
        var pinned = await ToolRun.StartAsync($"list {SeedItem.Session} --format jsonl", environment);

        Assert.That(refused.ExitCode, Is.EqualTo(3));
        Assert.That(refused.Error, Does.Contain("SHA-256"));
        Assert.That(pinned.ExitCode, Is.Zero, pinned.Error);
        Assert.That(pinned.Lines, Is.EqualTo(SeedItem.All.Select(item => item.Json)));
    }

    [Test]
    public async Task Serve_Growing_ServesASessionThatIsFollowedToItsEnd()
    {
        using var serve = ToolProcess.Start("serve --sessions 2 --items 6 --grow 1");
        var address = (await serve.ReadLineAsync())!["listening on ".Length..];
        var environment = new Dictionary<string, string>
        {
            ["LOGITEMS_SERVER"] = address, ["LOGITEMS_USERNAME"] = "demo", ["LOGITEMS_PASSWORD"] = "demo",
        };
        var before = await ToolRun.StartAsync("sessions --format jsonl", environment);
        var id = before.JsonLines[^1].GetProperty("id").GetString();
        var follow = await ToolRun.StartAsync($"follow {id} --interval 1", environment);
        var after = await ToolRun.StartAsync("sessions --format jsonl", environment);

        Assert.That(follow.ExitCode, Is.Zero, follow.Error);
        var last = follow.JsonLines.GroupBy(item => item.GetProperty("usn").GetInt32(), (usn, told) => (usn, told.Last().GetProperty("endedAt").ValueKind));
        Assert.That(last, Is.EquivalentTo(Enumerable.Range(1, 6).Select(usn => (usn, JsonValueKind.String))));
        Assert.That(after.JsonLines, Has.Count.EqualTo(2 + 2));
        Assert.That(after.JsonLines[^1].GetProperty("status").GetString(), Is.AnyOf("Success", "Warning", "Failed"));
    }

    [Test]
    public async Task Serve_ToldToStopByTheFirstThatItSays_EndsWith0()
    {
        using var stop = new CancellationTokenSource();
        using var output = new StoppingWriter(stop);

        var exitCode = await Program.RunAsync(["serve"], new CommandEnvironment { Out = output, Error = TextWriter.Null }, stop.Token);

        Assert.That(exitCode, Is.Zero);
        Assert.That(output.ToString(), Does.StartWith("listening on http://127.0.0.1:"));
    }

    /// <summary>A reader that has had enough as soon as it knows the address.</summary>
    private sealed class StoppingWriter(CancellationTokenSource stop) : StringWriter
    {
        public override async Task WriteLineAsync(string? value)
        {
            await base.WriteLineAsync(value);
            await stop.CancelAsync();
        }
    }
}
