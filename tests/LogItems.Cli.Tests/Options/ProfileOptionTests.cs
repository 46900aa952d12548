using System.Runtime.Versioning;
using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Cli.Tests.Options;

internal sealed class ProfileOptionTests : FakeServerFixture
{
    private const string Password = "S3cret-of-the-test";

    private ConfigFolder _config = null!;

    protected override FakeServerOptions Options => new() { Password = Password };

    private string Profile => $$$"""{"profiles":{"prod":{"server":"{{{Server.BaseAddress}}}","username":"demo"} } }""";

    [SetUp]
    public void CreateFolder() => _config = new();

    [TearDown]
    public void DeleteFolder() => _config.Dispose();

    [TestCase("sessions")]
    [TestCase("jobs")]
    [TestCase("list be376069-2865-4156-a9bc-825cef7d687e")]
    [TestCase("get be376069-2865-4156-a9bc-825cef7d687e 4d2e0b6a-3f0b-4a43-9c66-6a39c3a9a8a1")]
    [TestCase("follow be376069-2865-4156-a9bc-825cef7d687e")]
    [TestCase("objects be376069-2865-4156-a9bc-825cef7d687e")]
    [TestCase("retrievals")]
    [TestCase("failures")]
    [TestCase("summary")]
    [TestCase("check --all")]
    [TestCase("report --trace /dev/null")]
    [TestCase("detect --service")]
    [TestCase("certificate")]
    [TestCase("contract verify --version v8")]
    public async Task Command_WithAProfile_ReadsItsServer(string command)
    {
        var asked = new HashSet<string>();
        await using var server = await StubServer.StartAsync(context =>
        {
            lock (asked)
            {
                asked.Add(context.Request.Host.Value!);
            }

            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        _config.Write($$$"""{"profiles":{"prod":{"server":"{{{server.Address}}}","username":"demo"} } }""");

        // These two send everything once.
        var retries = command is "certificate" or "contract verify --version v8" ? "" : "--retries 0";

        var run = await ToolRun.StartAsync($"{command} --profile prod {retries}", _config.Environment(("LOGITEMS_PASSWORD", Password)));

        // A server without TLS has no certificate to ask for.
        Assert.That(run.ExitCode, Is.Not.Zero);
        Assert.That(asked, command == "certificate" ? Is.Empty : Is.EqualTo([new Uri(server.Address).Authority]), run.Error);
        Assert.That(run.Error, command == "certificate" ? Does.Contain("https") : Is.Not.Null);
    }

    [TestCase("", "", true, "the profile")]
    [TestCase("", "http://127.0.0.1:1", false, "a variable is before the profile")]
    [TestCase("{server}", "http://127.0.0.1:1", true, "an option is before both")]
    [TestCase("http://127.0.0.1:1", "{server}", false, "an option is before both")]
    public async Task Server_SeveralSources_OptionThenVariableThenProfile(string option, string variable, bool isReached, string reason)
    {
        _config.Write(Profile);
        var (given, set) = (Here(option), Here(variable));

        var run = await ToolRun.StartAsync(
            $"sessions --profile prod --retries 0{(given.Length > 0 ? $" --server {given}" : "")}",
            _config.Environment(("LOGITEMS_PASSWORD", Password), ("LOGITEMS_SERVER", set)));

        Assert.That(run.ExitCode, Is.EqualTo(isReached ? 0 : 3), $"{reason}: {run.Error}");
    }

    [Test]
    public async Task Profile_NamedByTheVariable_IsUsedUnlessTheOptionNamesAnother()
    {
        _config.Write($$$"""{"profiles":{"prod":{"server":"{{{Server.BaseAddress}}}","username":"demo"},"other":{"server":"http://127.0.0.1:1"} } }""");
        var environment = _config.Environment(("LOGITEMS_PASSWORD", Password), ("LOGITEMS_PROFILE", "other"));

        var other = await ToolRun.StartAsync("sessions --retries 0 --username demo", environment);
        var prod = await ToolRun.StartAsync("sessions --profile prod", environment);

        Assert.That((other.ExitCode, prod.ExitCode), Is.EqualTo((3, 0)), prod.Error);
    }

    [Test]
    public async Task Profile_Unknown_IsUsageThatNamesTheOthers()
    {
        _config.Write(Profile);

        var run = await ToolRun.StartAsync("sessions --profile prd", _config.Environment());

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain("'prd'").And.Contain("Use one of prod."));
    }

    [TestCase("{", "not valid JSON")]
    [TestCase("[]", "not a JSON object")]
    [TestCase("""{"profiles":[]}""", "not a JSON object")]
    [TestCase("""{"profiles":{"prod":{"server":7}}}""", "server")]
    [TestCase("""{"profiles":{},"profiles":{}}""", "not valid JSON")]
    public async Task Profile_FileIsInvalid_SaysWhereAndReadsNoServer(string json, string expected)
    {
        _config.Write(json);

        var run = await ToolRun.StartAsync("sessions --profile prod", _config.Environment(("LOGITEMS_PASSWORD", Password)));

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((3, "")), run.Error);
        Assert.That(run.Error, Does.Contain(_config.File).And.Contain(expected));
    }

    [Test]
    [Platform("Linux,MacOsX")]
    [UnsupportedOSPlatform("windows")]
    public async Task Profile_OthersCanWriteTheFile_IsRefused(
        [Values(UnixFileMode.GroupWrite, UnixFileMode.OtherWrite)] UnixFileMode mode, [Values] bool isFolder,
        [Values("sessions --profile prod", "config list", "login --name x --server http://127.0.0.1:1 --no-verify")] string command)
    {
        _config.Write(Profile);
        var path = isFolder ? _config.Folder : _config.File;
        File.SetUnixFileMode(path, File.GetUnixFileMode(path) | mode);

        var run = await ToolRun.StartAsync(command, _config.Environment(("LOGITEMS_PASSWORD", Password)));

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((3, "")));
        Assert.That(run.Error, Does.Contain("other users can write").And.Contain($"chmod go-w '{path}'"));
        Assert.That(await File.ReadAllTextAsync(_config.File), Is.EqualTo(Profile));
    }

    [Test]
    [Platform("Linux,MacOsX")]
    [UnsupportedOSPlatform("windows")]
    public async Task Login_OthersCanWriteTheEmptyFolder_IsRefused()
    {
        Directory.CreateDirectory(_config.Folder);
        File.SetUnixFileMode(_config.Folder, File.GetUnixFileMode(_config.Folder) | UnixFileMode.GroupWrite);

        var run = await ToolRun.StartAsync("login --name x --server http://127.0.0.1:1 --no-verify", _config.Environment());

        Assert.That((run.ExitCode, File.Exists(_config.File)), Is.EqualTo((3, false)), run.Error);
    }

    [Test]
    public async Task Completion_OfAProfile_OffersTheNames([Values("sessions --profile ", "config show --profile ", "config delete ")] string line)
    {
        _config.Write(Profile);

        var run = await ToolRun.StartAsync([$"[suggest:{line.Length}]", line], _config.Environment());

        Assert.That(run.Lines, Has.Some.EqualTo("prod"));
    }

    private string Here(string text) => text.Replace("{server}", Server.BaseAddress.AbsoluteUri, StringComparison.Ordinal);
}
