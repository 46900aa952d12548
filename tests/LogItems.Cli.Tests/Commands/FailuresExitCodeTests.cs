using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;
using Microsoft.AspNetCore.Builder;
using static LogItems.Cli.Tests.Commands.FailuresCommandTests;

namespace LogItems.Cli.Tests.Commands;

/// <summary>The exit code of <c>logitems failures</c> where not everything can be read or written.</summary>
internal sealed class FailuresExitCodeTests
{
    private static readonly Dictionary<string, string> Demo = new() { ["LOGITEMS_USERNAME"] = "demo", ["LOGITEMS_PASSWORD"] = "demo" };

    [Test]
    public async Task Failures_SessionThatCannotBeRead_ReportsTheOthersAndEndsWith4()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new()
        {
            Sessions = Sessions,
            MapEndpoints = endpoints => endpoints.Map($"/v8/JobSessions/{Sessions[0].Id}/LogItems", http =>
            {
                http.Response.StatusCode = 500;
                return Task.CompletedTask;
            }).WithOrder(-1),
        });

        var run = await ToolRun.StartAsync($"failures {Span} --server {server.BaseAddress} --retries 0 --fail-on any", Demo);

        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Lines.Skip(1).Select(line => line[..16].TrimEnd()), Is.EqualTo(new[] { "Warning  new", "Warning  gone", "Warning  gone" }));
        Assert.That(run.Error, Does.Contain("1 session could not be read, so failures are missing: ").And.Contain("500"));
    }

    [TestCase("table", "any", 1)]
    [TestCase("jsonl", "new", 1)]
    [TestCase("jsonl", "", 0)]
    [Platform("Linux")]
    public async Task Failures_ReaderHasHadEnough_EndsWithTheSameExitCode(string format, string failOn, int expected)
    {
        var builder = new FakeSessionBuilder(Bodies.Time);
        for (var number = 0; number < 5_000; number++)
        {
            builder.Warning($"Processing mailbox user{number}@contoso.com finished with warning: User was not found");
        }

        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [builder.Build()] });
        var option = failOn.Length > 0 ? $"--fail-on {failOn}" : "";
        using var failures = ToolProcess.Start(
            $"failures --server {server.BaseAddress} --since {Bodies.Time.AddHours(-1):O} --until {Bodies.Time.AddDays(7):O} --format {format} {option}", Demo);

        var first = await failures.ReadLineAsync();
        failures.Out.Dispose();

        Assert.That(await failures.WaitAsync(), Is.EqualTo(expected), await failures.Error);
        Assert.That(first, format == "table" ? Does.StartWith("LEVEL") : Does.StartWith("{"));
        Assert.That(await failures.Error, Does.Not.Contain("logitems:"));
    }
}
