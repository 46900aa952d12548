using System.Text.Json;
using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Cli.Tests.Commands;

internal sealed class DetectCommandTests
{
    [Test]
    public async Task Detect_SomeVersionsServed_ChoosesTheNewest()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Versions = [ApiVersion.V5, ApiVersion.V6] });

        var run = await ToolRun.StartAsync($"detect --server {server.BaseAddress}");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Lines, Is.EqualTo(
        [
            "VERSION  STATUS     MEANING",
            "v2       404        not served",
            "v3       404        not served",
            "v4       404        not served",
            "v5       401        served",
            "v6       401        served, selected",
            "v7       404        not served",
            "v8       404        not served",
        ]));
    }

    [Test]
    public async Task Detect_Json_TellsTheSame()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Versions = [ApiVersion.V5] });

        var run = await ToolRun.StartAsync($"detect --server {server.BaseAddress} --format json");

        var json = JsonElement.Parse(run.Out);
        Assert.That(json.GetProperty("server").GetString(), Is.EqualTo(server.BaseAddress.AbsoluteUri));
        Assert.That(json.GetProperty("outcome").GetString(), Is.EqualTo("Served"));
        Assert.That(json.GetProperty("chosen").GetString(), Is.EqualTo("v5"));
        var answers = json.GetProperty("versions").EnumerateArray()
            .Select(answer => (answer.GetProperty("version").GetString(), answer.GetProperty("status").GetInt32(), answer.GetProperty("served").GetBoolean()));
        Assert.That(answers, Is.EqualTo(new[]
        {
            ("v2", 404, false), ("v3", 404, false), ("v4", 404, false), ("v5", 401, true), ("v6", 404, false), ("v7", 404, false), ("v8", 404, false),
        }));
    }

    [TestCase("")]
    [TestCase(" --format json")]
    public async Task Detect_Service_ShowsWhatTheServiceReports(string format)
    {
        await using var server = await FakeLogItemsServer.StartAsync();

        var run = await ToolRun.StartAsync(
            $"detect --server {server.BaseAddress} --service --username demo{format}", new Dictionary<string, string> { ["LOGITEMS_PASSWORD"] = "demo" });

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Out, Does.Match("\"?version\"?: \"\\d+\\.[\\d.]+\""));
    }

    [Test]
    public async Task Detect_ServiceInAVersionWithoutIt_IsUsage()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Versions = [ApiVersion.V5] });

        var run = await ToolRun.StartAsync(
            $"detect --server {server.BaseAddress} --service --username demo", new Dictionary<string, string> { ["LOGITEMS_PASSWORD"] = "demo" });

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain("GetServiceInstance"));
    }

    [TestCase(404, "NoneServed")]
    [TestCase(200, "NotTheService")]
    public async Task Detect_NotTheServiceOrNoneServed_IsRefused(int status, string outcome)
    {
        await using var server = await StubServer.StartAsync("{}", status);

        var run = await ToolRun.StartAsync($"detect --server {server.Address} --format json");

        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(JsonElement.Parse(run.Out).GetProperty("outcome").GetString(), Is.EqualTo(outcome));
        Assert.That(JsonElement.Parse(run.Out).GetProperty("chosen").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(run.Error, Does.Contain(server.Address));
    }

    [Test]
    public async Task Detect_NoAnswerInTime_IsUnreachable()
    {
        await using var server = await StubServer.StartAsync(context => Until.Canceled(context.RequestAborted));

        var run = await ToolRun.StartAsync($"detect --server {server.Address} --timeout 1");

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Contain("did not respond in time"));
        Assert.That(run.Lines[1], Is.EqualTo("v2       no answer  unknown"));
    }

    [Test]
    public async Task Detect_Refused_IsRetriedWithOneNoticeForAllProbes()
    {
        var server = await FakeLogItemsServer.StartAsync();
        await server.DisposeAsync();

        var run = await ToolRun.StartAsync($"detect --server {server.BaseAddress} --retries 1");

        var lines = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That((run.ExitCode, lines.Length), Is.EqualTo((3, 2)), run.Error);
        Assert.That(lines[0], Does.Contain("nothing is listening there. Retry 1 of 1 in "));
        Assert.That(lines[1], Does.Contain("Tried 2 times."));
    }
}
