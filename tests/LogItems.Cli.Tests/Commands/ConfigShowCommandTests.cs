using LogItems.Cli.Tests.Support;

namespace LogItems.Cli.Tests.Commands;

internal sealed class ConfigShowCommandTests
{
    private const string Profile = """
        {"profiles":{"prod":{"server":"https://prod:4443/","apiVersion":"v7","username":"operator","pinSha256":"AB","credentialCommand":"pass show backup"}}}
        """;

    private ConfigFolder _config = null!;

    [SetUp]
    public void CreateFolder() => (_config = new()).Write(Profile);

    [TearDown]
    public void DeleteFolder() => _config.Dispose();

    [Test]
    public async Task Show_ThreeSources_NamesEach()
    {
        using var tool = ToolProcess.Start(
            "config show --profile prod --username me", _config.Environment(("LOGITEMS_API_VERSION", "v6"), ("LOGITEMS_PASSWORD", "S3cret")));
        var lines = (await tool.Out.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.That(await tool.WaitAsync(), Is.Zero, await tool.Error);
        var cells = lines.Select(line => line.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries)
            .Select(part => string.Join(' ', part.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
        Assert.That(cells.Select(line => string.Join('|', line)), Is.EqualTo(new[]
        {
            "SETTING|SOURCE VALUE",
            "server|profile prod https://prod:4443/",
            "pin-sha256|profile prod AB",
            "api-version|LOGITEMS_API_VERSION v6",
            "username|--username me",
            "credential-command|profile prod pass show backup",
            "password|LOGITEMS_PASSWORD (set)",
            "token|- -",
        }));
    }

    [Test]
    public async Task Show_Secrets_AreNotInAnyFormat([Values("table", "json", "jsonl", "csv")] string format)
    {
        var run = await ToolRun.StartAsync(
            ["config", "show", "--format", format, "--server", "https://me:S3cret@prod", "--token", "S3cret"],
            _config.Environment(("LOGITEMS_PASSWORD", "S3cret"), ("LOGITEMS_TOKEN", "S3cret")));

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Out + run.Error, Does.Contain("https://prod/").And.Contain("(set)").And.Not.Contain("S3cret"));
    }

    [Test]
    public async Task Show_Json_IsAnArrayOfSettings()
    {
        var run = await ToolRun.StartAsync("config show --profile prod --format jsonl", _config.Environment());

        Assert.That(run.Lines[0], Is.EqualTo("""{"name":"server","value":"https://prod:4443/","source":"profile prod"}"""));
        Assert.That(run.Lines[^1], Is.EqualTo("""{"name":"token","value":null,"source":null}"""));
    }
}
