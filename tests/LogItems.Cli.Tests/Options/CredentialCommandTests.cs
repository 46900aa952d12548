using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Cli.Tests.Options;

[Platform("Linux,MacOsX")]
internal sealed class CredentialCommandTests : FakeServerFixture
{
    private const string Password = "S3cret-of-the-test";
    private const string PrintPassword = $"echo {Password}; echo a second line";

    private ConfigFolder _config = null!;

    protected override FakeServerOptions Options => new() { Password = Password };

    private string[] Sessions => ["sessions", "--server", Server.BaseAddress.AbsoluteUri];

    [SetUp]
    public void CreateFolder() => _config = new();

    [TearDown]
    public void DeleteFolder() => _config.Dispose();

    [Test]
    public async Task Option_BeatsTheVariables()
    {
        var run = await ToolRun.StartAsync(
            [.. Sessions, "--username", "demo", "--credential-command", PrintPassword],
            _config.Environment(("LOGITEMS_PASSWORD", "wrong"), ("LOGITEMS_TOKEN", "stale"), ("LOGITEMS_CREDENTIAL_COMMAND", "echo wrong")));

        Assert.That(run.ExitCode, Is.Zero, run.Error);
    }

    [Test]
    public async Task Variable_WithoutAPassword_IsRun()
    {
        var run = await ToolRun.StartAsync(
            Sessions, _config.Environment(("LOGITEMS_USERNAME", "demo"), ("LOGITEMS_CREDENTIAL_COMMAND", PrintPassword)));

        Assert.That(run.ExitCode, Is.Zero, run.Error);
    }

    [Test]
    public async Task Command_LeavesAProcessWithItsOutputBehind_IsNotWaitedFor()
    {
        var file = Path.Combine(_config.Environment()["XDG_CONFIG_HOME"], "pid");
        var run = await ToolRun.StartAsync(
            [.. Sessions, "--username", "demo", "--credential-command", $"tail -f /dev/null & echo $! > '{file}'; echo {Password}"], _config.Environment());
        using var left = System.Diagnostics.Process.GetProcessById(
            int.Parse(await File.ReadAllTextAsync(file), System.Globalization.CultureInfo.InvariantCulture));
        left.Kill();

        Assert.That(run.ExitCode, Is.Zero, run.Error);
    }

    [Test]
    public async Task Command_WithoutAUser_PrintsTheToken()
    {
        var run = await ToolRun.StartAsync([.. Sessions, "--api-version", "v8", "--credential-command", "echo stale-token"], _config.Environment());

        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Error, Does.Contain("401").And.Not.Contain("stale-token"));
    }

    [Test]
    public async Task Profile_SavedWithACommand_SignsInByIt()
    {
        var login = await ToolRun.StartAsync(
            ["login", "--name", "prod", .. Sessions[1..], "--username", "demo", "--credential-command", PrintPassword], _config.Environment());
        using var sessions = ToolProcess.Start("sessions --profile prod --format jsonl", _config.Environment());
        var lines = await sessions.Out.ReadToEndAsync();

        Assert.That(login.ExitCode, Is.Zero, login.Error);
        Assert.That(await sessions.WaitAsync(), Is.Zero, await sessions.Error);
        Assert.That(lines, Is.Not.Empty);
    }

    [TestCase("exit 3", "exit code 3")]
    [TestCase("echo S3cret-of-the-test; exit 1", "exit code 1")]
    [TestCase("true", "printed nothing")]
    [TestCase("no-such-program", "exit code 127")]
    public async Task Command_Fails_IsNotRepeatedWithWhatItPrinted(string command, string expected)
    {
        var before = Server.Requests.Count;

        var run = await ToolRun.StartAsync([.. Sessions, "--username", "demo", "--credential-command", command], _config.Environment());

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((3, "")));
        Assert.That(run.Error, Does.Contain(expected).And.Not.Contain(Password));
        Assert.That(Server.Requests, Has.Count.EqualTo(before));
    }

    [TestCase("--password-stdin")]
    [TestCase("--token T")]
    public async Task Command_WithAnotherSecret_IsUsage(string other)
    {
        var run = await ToolRun.StartAsync([.. Sessions, "--credential-command", "true", .. other.Split(' ')], _config.Environment());

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("--credential-command cannot be combined"));
    }

    [Test]
    public async Task CommandOfAProfile_OtherServer_DoesNotGetItsSecret()
    {
        await using var other = await StubServer.StartAsync("{}", 500);
        _config.Write($$$"""{"profiles":{"prod":{"server":"{{{Server.BaseAddress}}}","username":"demo","credentialCommand":"echo {{{Password}}}"} } }""");

        var byOption = await ToolRun.StartAsync($"sessions --profile prod --server {other.Address}", _config.Environment());
        var byVariable = await ToolRun.StartAsync("sessions --profile prod", _config.Environment(("LOGITEMS_SERVER", other.Address)));

        foreach (var run in new[] { byOption, byVariable })
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(run.Error, Does.Contain("for another server"));
        }

        Assert.That(other.Requests, Is.Zero);
    }
}
