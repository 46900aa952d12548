using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;
using static LogItems.Cli.Tests.Commands.FailuresCommandTests;

namespace LogItems.Cli.Tests.Commands;

/// <summary><c>logitems failures --fleet</c></summary>
internal sealed class FailuresFleetTests
{
    private string _file = null!;
    private FakeLogItemsServer _paris = null!;
    private FakeLogItemsServer _oslo = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _file = Path.GetTempFileName();
        _paris = await FakeLogItemsServer.StartAsync(new() { Sessions = Sessions });
        _oslo = await FakeLogItemsServer.StartAsync(new() { Sessions = Sessions[..1], Password = "fjord" });
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _paris.DisposeAsync();
        await _oslo.DisposeAsync();
        File.Delete(_file);
    }

    [Test]
    public async Task Failures_TwoServers_AreSortedTogether()
    {
        var run = await RunAsync("--fail-on new");

        Assert.That(run.Out, Is.EqualTo(
            """
            SERVER                LEVEL    TREND        COUNT   BEFORE  NIGHTS  LAST SEEN                   OBJECT                                CAUSE
            oslo                  Error    new              1        0       1  2026-11-20 22:00:02 +00:00  Job Mail                              Job failed at {date}
            paris                 Error    new              1        0       1  2026-11-20 22:00:02 +00:00  Job Mail                              Job failed at {date}
            paris                 Warning  new              1        0       1  2026-11-20 23:00:02 +00:00  Job Sites                             A | <b> & `c` @d {url} www.g
            oslo                  Warning  new              1        0       1  2026-11-20 22:00:01 +00:00  Mailbox anna@contoso.com              User was not found
            paris                 Warning  recurring        1        1       1  2026-11-20 22:00:01 +00:00  Mailbox anna@contoso.com              User was not found
            paris                 Warning  gone             0        1       0  2026-11-19 22:00:02 +00:00  Job Mail                              Slow

            """));
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((
            1,
            """
            No session of Mail (oslo) and Sites (paris) ended between 2026-11-19 12:00:00Z and 2026-11-20 12:00:00Z; what failed only in these jobs is new.
            2 servers: 3 sessions with 5 failures; 1 session with 2 failures before. Groups: 4 new, 1 recurring, 1 gone.

            """)));
    }

    [Test]
    public async Task Failures_CommandOfTheReadme_ReadsAllServers()
    {
        const string Command = "logitems failures --fleet fleet.yaml --since yesterday";
        var arguments = Command["logitems ".Length..].Replace("fleet.yaml", await WriteFleetAsync(), StringComparison.Ordinal);

        var run = await ToolRun.StartAsync(arguments, new Dictionary<string, string>());

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Error, Does.Contain("2 servers: "));
    }

    [Test]
    public async Task Failures_ServerIsAway_WritesTheOthersAndEndsWith3()
    {
        await _oslo.DisposeAsync();

        var run = await RunAsync("--format jsonl --fields server,cause --retries 1");

        Assert.That((run.ExitCode, run.Lines.Count), Is.EqualTo((3, 4)));
        Assert.That(run.JsonLines.Select(line => line.GetProperty("server").GetString()), Is.All.EqualTo("paris"));
        Assert.That(run.Error.TrimEnd('\n').Split('\n')[1..], Is.EqualTo(new[]
        {
            $"oslo could not be read: GET /v0/ServiceInstance failed: 127.0.0.1 refused the connection on port {_oslo.BaseAddress.Port}; "
            + "nothing is listening there. Tried 2 times.",
        }));
    }

    [Test]
    public async Task Failures_ServerDoesNotRespond_DoesNotDelayTheOthers()
    {
        var read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var silent = await StubServer.StartAsync(async context =>
        {
            await read.Task.WaitAsync(context.RequestAborted);
            context.Response.StatusCode = 503;
        });
        await using var good = await FakeLogItemsServer.StartAsync(new()
        {
            Sessions = Sessions,
            BeforeItem = (_, _) =>
            {
                read.TrySetResult();
                return ValueTask.CompletedTask;
            },
        });
        await File.WriteAllTextAsync(_file, $$"""
            maxConcurrency: 1
            defaults: { username: demo, password: { command: echo demo }, version: v8 }
            servers:
              - { name: silent, address: '{{silent.Address}}' }
              - { name: good, address: '{{good.BaseAddress}}' }
            """);

        var run = await ToolRun.StartAsync($"failures --fleet {_file} {Span} --timeout 60 --retries 0", new Dictionary<string, string>());

        Assert.That((run.ExitCode, run.Lines.Count), Is.EqualTo((3, 5)));
        Assert.That(run.Error, Does.Contain("silent could not be read: ").And.Contain("503"), "It responded after the other server had been read.");
    }

    [Test]
    public async Task Failures_NoServerCanBeRead_WritesNothingAndEndsWith3()
    {
        await _paris.DisposeAsync();
        await _oslo.DisposeAsync();

        var run = await RunAsync("--retries 0");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((3, "")));
        Assert.That(run.Error, Does.StartWith("oslo could not be read: ").And.Contain("\nparis could not be read: "));
    }

    [Test]
    public async Task Failures_Job_IsReadWhereItExists()
    {
        var sites = await RunAsync("--job sites --format jsonl --fields server,cause");
        var none = await RunAsync("--job Backup");

        Assert.That((sites.ExitCode, sites.Out), Is.EqualTo((0, "{\"server\":\"paris\",\"cause\":\"A | <b> & `c` @d {url} www.g\"}\n")));
        Assert.That(none.ExitCode, Is.EqualTo(2));
        Assert.That(none.Error, Does.Contain("No server has a job named 'Backup'. Run logitems jobs to list the jobs of a server."));
    }

    [Test]
    public async Task Failures_Waivers_AreUnusedOnlyIfNoServerUsesThem()
    {
        var waivers = Path.GetTempFileName();
        await File.WriteAllTextAsync(waivers, """
            waivers:
              - { cause: 'A |*', reason: R, expires: 2999-01-01 }
              - { cause: Never, reason: R, expires: 2999-01-01 }
            """);
        try
        {
            var run = await RunAsync($"--ignore {waivers}");

            Assert.That(run.Error, Does.Contain($"{waivers}:3: the waiver of 'Never' matched nothing").And.Not.Contain(":2: "));
            Assert.That(run.Error, Does.Contain("2 servers: 3 sessions with 4 failures, 1 ignored;"));
        }
        finally
        {
            File.Delete(waivers);
        }
    }

    [TestCase("--server https://backup")]
    [TestCase("--username u")]
    [TestCase("--api-version v8")]
    [TestCase("--token t")]
    [TestCase("--profile p")]
    public async Task Failures_OptionOfASingleServer_CannotBeCombined(string option)
    {
        var run = await RunAsync(option);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain($"{option.Split(' ')[0]} cannot be combined with --fleet, whose file describes the servers. Omit one of them."));
    }

    [Test]
    public async Task Failures_EmptySpan_IsAnErrorOfUsage()
    {
        var run = await ToolRun.StartAsync(
            $"failures --fleet {await WriteFleetAsync()} --since 2026-11-20 --until 2026-11-19", new Dictionary<string, string>());

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("which is not before its end").And.Not.Contain("could not be read"));
    }

    private async Task<ToolRun> RunAsync(string options) =>
        await ToolRun.StartAsync($"failures --fleet {await WriteFleetAsync()} {Span} {options}", new Dictionary<string, string>());

    private async Task<string> WriteFleetAsync()
    {
        await File.WriteAllTextAsync(_file, $$"""
            servers:
              - { name: paris, address: '{{_paris.BaseAddress}}', username: demo, password: { command: echo demo } }
              - { name: oslo, address: '{{_oslo.BaseAddress}}', username: demo, password: { command: echo fjord } }
            """);
        return _file;
    }
}
