namespace LogItems.Cli.Tests.Support;

/// <summary>A folder for a fleet file, for each test.</summary>
internal abstract class FleetFixture
{
    private string _folder = null!;

    /// <summary>The path of the fleet file, which is there once it is written.</summary>
    protected string Fleet => In("fleet.yaml");

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("logitems-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    protected string In(string name) => Path.Combine(_folder, name);

    /// <summary>Writes a fleet of one server, <c>paris</c>, which is signed in to as <c>demo</c>.</summary>
    protected Task WriteFleetAsync(string address, string password = "{ command: echo demo }") => File.WriteAllTextAsync(Fleet, $$"""
        servers:
          - { name: paris, address: '{{address}}', username: demo, password: {{password}} }
        """);

    /// <summary>Runs a command line, which has to be refused for its options.</summary>
    protected static async Task AssertUsageAsync(string commandLine, string expected)
    {
        var run = await ToolRun.StartAsync(commandLine);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(expected));
    }
}
