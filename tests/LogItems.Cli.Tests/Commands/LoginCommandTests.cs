using System.Text.Json;
using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Cli.Tests.Commands;

internal sealed class LoginCommandTests : FakeServerFixture
{
    private const string Password = "S3cret-of-the-test";

    private static (string, string) PasswordVariable => ("LOGITEMS_PASSWORD", Password);

    private ConfigFolder _config = null!;

    protected override FakeServerOptions Options => new() { Password = Password, Url = new("https://127.0.0.1:0") };

    private string Login => $"login --name prod --server {Server.BaseAddress} --username demo --pin-sha256 {Server.CertificateSha256}";

    [SetUp]
    public void CreateFolder() => _config = new();

    [TearDown]
    public void DeleteFolder() => _config.Dispose();

    [Test]
    public async Task Login_ThenProfile_ReadsTheServerFromAProcessOfItsOwn()
    {
        using var login = ToolProcess.Start($"{Login} --password-stdin", _config.Environment());
        await login.In.WriteLineAsync(Password);
        var loginCode = await login.WaitAsync();
        using var sessions = ToolProcess.Start("sessions --profile prod --format jsonl", _config.Environment(PasswordVariable));
        var lines = (await sessions.Out.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.That(loginCode, Is.Zero, await login.Error);
        Assert.That(await login.Error, Does.Contain("Signed in to https://127.0.0.1").And.Contain("API v8").And.Contain("--profile prod"));
        Assert.That(await sessions.WaitAsync(), Is.Zero, await sessions.Error);
        Assert.That(lines, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Login_File_HasTheSettingsAndNoSecretForTheOwnerOnly()
    {
        var run = await ToolRun.StartAsync(Login, _config.Environment(PasswordVariable));

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((0, "")), run.Error);
        var text = await File.ReadAllTextAsync(_config.File);
        var profile = JsonElement.Parse(text).GetProperty("profiles").GetProperty("prod");
        Assert.That(profile.EnumerateObject().Select(property => (property.Name, property.Value.GetString())), Is.EquivalentTo(new[]
        {
            ("server", Server.BaseAddress.AbsoluteUri), ("apiVersion", "v8"), ("username", "demo"), ("pinSha256", Server.CertificateSha256),
        }));
        Assert.That(text, Does.Not.Contain(Password));
        Assert.That(Directory.GetFileSystemEntries(_config.Folder), Is.EqualTo([_config.File]));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(File.GetUnixFileMode(_config.File), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }
    }

    [Test]
    public async Task Login_Token_IsNotSaved()
    {
        var token = await TokenAsync();

        var run = await ToolRun.StartAsync(
            $"login --name prod --server {Server.BaseAddress} --pin-sha256 {Server.CertificateSha256}", _config.Environment(("LOGITEMS_TOKEN", token)));

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(await File.ReadAllTextAsync(_config.File), Does.Not.Contain(token).And.Not.Contain("username"));
        Assert.That(run.Error, Does.Not.Contain(token));
    }

    [Test]
    public async Task Login_Rejected_SavesNothing()
    {
        var run = await ToolRun.StartAsync(Login, _config.Environment(("LOGITEMS_PASSWORD", "wr0ng-password")));

        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Error, Does.Not.Contain("wr0ng-password"));
        Assert.That(_config.File, Does.Not.Exist);
    }

    [Test]
    public async Task Login_NoVerify_NeedsNeitherServerNorCredential()
    {
        var run = await ToolRun.StartAsync("login --name later --server https://127.0.0.1:1 --no-verify --api-version auto", _config.Environment());

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(await File.ReadAllTextAsync(_config.File), Does.Contain("https://127.0.0.1:1/").And.Contain("auto"));
    }

    [Test]
    public async Task Login_OtherProfiles_AreKeptWithWhatNewerToolsSaved()
    {
        _config.Write("""{"theme":"x","profiles":{"other":{"server":"https://other","future":[1]}}}""");

        await ToolRun.StartAsync(Login, _config.Environment(PasswordVariable));
        var names = await ToolRun.StartAsync("config list", _config.Environment());
        var deleted = await ToolRun.StartAsync("config delete prod", _config.Environment());

        Assert.That(names.Lines, Is.EqualTo(["other", "prod"]));
        Assert.That(deleted.ExitCode, Is.Zero);
        Assert.That(JsonElement.DeepEquals(
            JsonElement.Parse(await File.ReadAllTextAsync(_config.File)),
            JsonElement.Parse("""{"theme":"x","profiles":{"other":{"server":"https://other","future":[1]}}}""")));
    }

    [Test]
    [Platform("Linux,MacOsX")]
    public async Task Login_FileIsALink_WritesTheFileThatItLeadsTo()
    {
        Directory.CreateDirectory(_config.Folder);
        var real = Path.Combine(_config.Folder, "real.json");
        await File.WriteAllTextAsync(real, "{}");
        File.CreateSymbolicLink(_config.File, real);

        var run = await ToolRun.StartAsync(Login, _config.Environment(PasswordVariable));

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(await File.ReadAllTextAsync(real), Does.Contain("prod"));
        Assert.That(new FileInfo(_config.File).LinkTarget, Is.EqualTo(real));
    }

    [TestCase("login --server https://127.0.0.1:1", "--name")]
    [TestCase("login --name a/b --server https://127.0.0.1:1 --no-verify", "letters, digits")]
    [TestCase("login --name prod --no-verify", "LOGITEMS_SERVER")]
    [TestCase("login --name prod --server https://127.0.0.1:1 --username demo --token T", "cannot be combined")]
    [TestCase("login --name prod --server https://user:S3cret-of-the-test@127.0.0.1 --token T", "contains a user name or password")]
    [TestCase("login --name prod --server https://user:S3cret-of-the-test@127.0.0.1 --no-verify", "contains a user name or password")]
    [TestCase("login --name prod --server https://127.0.0.1:1 --pin-sha256 12 --no-verify", "SHA-256")]
    public async Task Login_InvalidUsage_SavesNothing(string commandLine, string advice)
    {
        var run = await ToolRun.StartAsync(commandLine, _config.Environment());

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")), run.Error);
        Assert.That(run.Error, Does.Contain(advice).And.Not.Contain(Password));
        Assert.That(_config.File, Does.Not.Exist);
    }

    private async Task<string> TokenAsync()
    {
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate is not null };
        using var http = new HttpClient(handler) { BaseAddress = Server.BaseAddress };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "password", ["username"] = "demo", ["password"] = Password, ["disable_antiforgery_token"] = "true",
        });
        using var answer = await http.PostAsync(new Uri("v8/token", UriKind.Relative), form);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("access_token").GetString()!;
    }
}
