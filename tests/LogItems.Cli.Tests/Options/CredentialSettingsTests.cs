using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Cli.Tests.Options;

internal sealed class CredentialSettingsTests : FakeServerFixture
{
    private const string Password = "S3cret-of-the-test";

    protected override FakeServerOptions Options => new() { Password = Password };

    private string Sessions => $"sessions --server {Server.BaseAddress} --api-version v8";

    [Test]
    public async Task Sessions_PasswordFromStdin_SignsIn([Values("", "\n", "\r\n", "\nanother line\n")] string ending)
    {
        var run = await ToolRun.StartAsync($"{Sessions} --username demo --password-stdin".Split(' '), stdin: Password + ending);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
    }

    [Test]
    public async Task Sessions_PasswordFromStdin_BeatsTheVariable()
    {
        var run = await ToolRun.StartAsync(
            $"{Sessions} --password-stdin".Split(' '), With("LOGITEMS_USERNAME=demo", "LOGITEMS_PASSWORD=wrong"), stdin: Password);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
    }

    [Test]
    public async Task Sessions_OptionsBeatTheirVariables_Always()
    {
        var run = await ToolRun.StartAsync(
            $"{Sessions} --username demo", With("LOGITEMS_SERVER=http://127.0.0.1:1", "LOGITEMS_API_VERSION=v1",
                "LOGITEMS_USERNAME=nobody", "LOGITEMS_TOKEN=stale", $"LOGITEMS_PASSWORD={Password}"));

        Assert.That(run.ExitCode, Is.Zero, run.Error);
    }

    [Test]
    public async Task Sessions_TokenVariable_ComesBeforeUserVariables()
    {
        var run = await ToolRun.StartAsync(Sessions, With("LOGITEMS_TOKEN=stale", "LOGITEMS_USERNAME=demo", $"LOGITEMS_PASSWORD={Password}"));

        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Error, Does.Contain("401").And.Not.Contain("stale"));
    }

    [Test]
    public async Task Sessions_UserAlone_IsAskedForThePassword()
    {
        var asked = new List<string>();

        var run = await ToolRun.StartAsync($"{Sessions} --username demo".Split(' '), ask: (question, _) =>
        {
            asked.Add(question);
            return Task.FromResult(Password);
        });

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(asked, Is.EqualTo(["Password for demo:"]));
    }

    [Test]
    public async Task Sessions_WrongPassword_IsRefusedWithoutRepeatingIt()
    {
        var run = await ToolRun.StartAsync($"{Sessions} --username demo --password-stdin".Split(' '), stdin: "wr0ng-password");

        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Error, Does.Contain("demo").And.Contain("400").And.Not.Contain("wr0ng-password"));
    }

    [TestCase("--token T --username demo", "--token cannot be combined with --username")]
    [TestCase("--token T --password-stdin", "--token cannot be combined with --username")]
    [TestCase("", "LOGITEMS_TOKEN")]
    [TestCase("--password-stdin", "LOGITEMS_USERNAME")]
    [TestCase("--username demo", "--password-stdin")]
    [TestCase("--username demo --password-stdin", "stdin is empty")]
    public async Task Sessions_NothingToSignInWith_IsUsageBeforeAnyRequest(string options, string advice)
    {
        var before = Server.Requests.Count;

        var run = await ToolRun.StartAsync($"{Sessions} {options}");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain(advice));
        Assert.That(Server.Requests, Has.Count.EqualTo(before));
    }

    [TestCase("--password S3cret-of-the-test", "not accepted as arguments")]
    [TestCase("--password=S3cret-of-the-test", "not accepted as arguments")]
    [TestCase("--pasword S3cret-of-the-test", "Unknown option --pasword")]
    [TestCase("--pasword=S3cret-of-the-test", "Unknown option --pasword")]
    [TestCase("--server https://demo:S3cret-of-the-test@127.0.0.1 --token T", "contains a user name or password")]
    [TestCase("--server ftp://demo:S3cret-of-the-test@127.0.0.1 --token T", "not a valid address")]
    public async Task Sessions_SecretWhereNoneBelongs_IsNotRepeated(string options, string advice)
    {
        var server = options.Contains("--server", StringComparison.Ordinal) ? "" : $"--server {Server.BaseAddress} --username demo ";

        var run = await ToolRun.StartAsync($"sessions {server}{options}");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(advice).And.Not.Contain(Password));
    }

    [TestCase("two words")]
    [TestCase("line\nbreak")]
    [TestCase("ünicode")]
    public async Task Sessions_TokenThatNoHeaderHolds_IsNotRepeated(string token)
    {
        var run = await ToolRun.StartAsync(["sessions", "--server", Server.BaseAddress.AbsoluteUri, "--token", token]);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("The token contains").And.Not.Contain(token));
    }

    private static Dictionary<string, string> With(params string[] variables) =>
        variables.Select(variable => variable.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
}
