using LogItems.Cli.Tests.Support;

namespace LogItems.Cli.Tests;

/// <summary>The exit codes, as the help documents them; each verb's own are in its tests.</summary>
[Parallelizable(ParallelScope.Children)]
internal sealed class ProgramTests
{
    private const string Credential = "--token T";

    [TestCase("--version")]
    [TestCase("--help")]
    [TestCase("list --help")]
    public async Task Run_QuestionsAboutTheTool_AreOk(string commandLine)
    {
        var run = await ToolRun.StartAsync(commandLine);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Out, Is.Not.Empty);
    }

    [Test]
    public async Task Run_Version_IsThatOfTheToolAlone()
    {
        Assert.That((await ToolRun.StartAsync("--version")).Out, Does.Match(@"^\d+\.\d+\.\d+\n$"));
    }

    [TestCase("demo")]
    [TestCase("serve")]
    [TestCase("sessions")]
    [TestCase("list")]
    [TestCase("get")]
    [TestCase("detect")]
    [TestCase("certificate")]
    [TestCase("contract view")]
    [TestCase("contract check")]
    public async Task Run_HelpOfAVerb_DescribesItAndEveryOption(string verb)
    {
        var run = await ToolRun.StartAsync($"{verb} --help");

        Assert.That(run.Out, Does.Contain($"logitems {verb}"));
        var options = run.Lines.Where(line => line.StartsWith("  -", StringComparison.Ordinal)).ToList();
        Assert.That(options, Is.Not.Empty.And.All.Match(@"^  -\S+( \S+)*(, \S+)*  +\S"));
        Assert.That(run.Out, Does.Not.Contain("--password ").And.Not.Contain("--password="));
    }

    [TestCase("")]
    [TestCase("nonsense")]
    [TestCase("contract")]
    [TestCase("list")]
    [TestCase("list not-a-guid")]
    [TestCase("get be376069-2865-4156-a9bc-825cef7d687e")]
    [TestCase("get be376069-2865-4156-a9bc-825cef7d687e 42")]
    [TestCase("sessions")]
    [TestCase("sessions --format xml")]
    [TestCase("sessions --status Splendid")]
    [TestCase("sessions --take 0")]
    [TestCase("sessions --timeout 0")]
    [TestCase("sessions --server localhost:4443 --token T")]
    [TestCase("sessions --server http://backup.contoso.local --token T")]
    [TestCase("sessions --server https://127.0.0.1:1 --api-version v9 --token T")]
    [TestCase("sessions --server https://127.0.0.1:1/v7 --api-version v8 --token T")]
    [TestCase("list be376069-2865-4156-a9bc-825cef7d687e --level 3")]
    [TestCase("list be376069-2865-4156-a9bc-825cef7d687e --order up")]
    [TestCase("serve --urls http://0.0.0.0:0")]
    [TestCase("serve --urls nowhere")]
    [TestCase("serve --versions v5,v9")]
    [TestCase("serve --versions v5,")]
    [TestCase("serve --versions v5 --versions v6")]
    [TestCase("serve --versions v5 v6")]
    [TestCase("serve --items -1")]
    [TestCase("detect")]
    public async Task Run_WrongArguments_IsUsage(string commandLine)
    {
        var run = await ToolRun.StartAsync(commandLine);

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.StartWith("logitems: ").And.EndsWith(".\n"));
        Assert.That(run.Error.TrimEnd('\n'), Does.Not.Contain("\n"), "one line, no stack trace");
    }

    [TestCase("", "--help")]
    [TestCase("list not-a-guid", "--help")]
    [TestCase("sessions", "LOGITEMS_SERVER")]
    [TestCase("sessions --server https://127.0.0.1:1 --api-version v9 --token T", "v2, v3, v4, v5, v6, v7, v8")]
    public async Task Run_WrongArguments_SaysWhatToDo(string commandLine, string advice)
    {
        Assert.That((await ToolRun.StartAsync(commandLine)).Error, Does.Contain(advice));
    }

    [TestCase("sessions --api-version v8")]
    [TestCase("sessions")]
    [TestCase("detect")]
    public async Task Run_NobodyListens_SaysWhatWasTried(string commandLine)
    {
        // Port 1 is reserved, and nobody listens there.
        var credential = commandLine == "detect" ? "" : Credential;

        var run = await ToolRun.StartAsync($"{commandLine} --server http://127.0.0.1:1 {credential}");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((3, "")));
        Assert.That(run.Error, Does.Contain("http://127.0.0.1:1/"));
    }

    [Test]
    public async Task Run_NoAnswerInTime_IsUnreachable([Values("v8", "auto")] string version)
    {
        await using var server = await StubServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        var run = await ToolRun.StartAsync($"sessions --server {server.Address} --api-version {version} --timeout 1 {Credential}");

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Contain(server.Address).And.Contain("did not answer in time"));
    }

    [TestCase(401)]
    [TestCase(404)]
    [TestCase(403)]
    [TestCase(302)]
    public async Task Run_ServerSaysNo_IsRefused(int status)
    {
        await using var server = await StubServer.StartAsync("{}", status);

        var run = await ToolRun.StartAsync($"sessions --server {server.Address} --api-version v8 {Credential}");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((4, "")));
        Assert.That(run.Error, Does.Contain($"{status}"));
    }

    [Test]
    public async Task Run_VersionCannotBeDetected_IsRefused()
    {
        await using var server = await StubServer.StartAsync("<html>", 200);

        var run = await ToolRun.StartAsync($"sessions --server {server.Address} {Credential}");

        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Error, Does.Contain("does not answer like the service"));
    }

    [Test]
    public async Task Run_Cancelled_Is130()
    {
        using var stop = new CancellationTokenSource();
        await using var server = await StubServer.StartAsync(async context =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        var run = await ToolRun.StartAsync(
            $"sessions --server {server.Address} --api-version v8 {Credential}".Split(' '), cancellationToken: stop.Token);

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((130, "")));
    }

    [Test]
    public async Task Run_PortTaken_IsNotAUsageError()
    {
        await using var server = await StubServer.StartAsync("{}");

        var run = await ToolRun.StartAsync($"serve --urls {server.Address}");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((3, "")));
        Assert.That(run.Error, Does.Contain("in use"));
    }
}
