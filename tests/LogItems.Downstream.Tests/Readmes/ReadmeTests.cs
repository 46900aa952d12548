using System.Text.RegularExpressions;
using LogItems.FakeServer;

namespace LogItems.Downstream.Tests.Readmes;

/// <summary>What the READMEs tell to type is typed.</summary>
public partial class ReadmeTests
{
    private static readonly IReadOnlyList<ReadmeBlock> BlocksToRun =
        [.. ReadmeBlock.OfCommands.Where(block => block.Lines.Any(ReadmeCommands.Run.ContainsKey))];

    private FakeLogItemsServer _server = null!;
    private ReadmeFolders _folders = null!;

    [OneTimeSetUp]
    public async Task StartServer()
    {
        _server = await ReadmeServer.StartAsync();
        var (token, traffic) = await ReadmeServer.ReadAsync(_server);
        var environment = new Dictionary<string, string>
        {
            ["LOGITEMS_SERVER"] = _server.BaseAddress.AbsoluteUri,
            ["LOGITEMS_PIN_SHA256"] = _server.CertificateSha256!,
            ["LOGITEMS_TOKEN"] = token,
        };
        _folders = await ReadmeFolders.CreateAsync(environment, traffic);
    }

    [OneTimeTearDown]
    public async Task StopServer() => await _server.DisposeAsync();

    [Test]
    public void Readmes_EveryCommand_IsRunByATestOrByTheGate()
    {
        var commands = ReadmeBlock.OfCommands.SelectMany(block => block.Lines.Select(line => (block.File, Line: line))).ToList();
        var nobodys = commands.Where(command => !ReadmeCommands.Run.ContainsKey(command.Line) && !ReadmeCommands.HeldIn.ContainsKey(command.Line));
        var notHeld = ReadmeCommands.HeldIn.Where(command => !Holds(command.Value, command.Key));
        var gone = ReadmeCommands.Run.Keys.Concat(ReadmeCommands.HeldIn.Keys).Except(commands.Select(command => command.Line));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(nobodys, Is.Empty, "Nothing runs these commands: name in ReadmeCommands what they write, or the file that runs them.");
            Assert.That(notHeld, Is.Empty, "These files do not hold these commands.");
            Assert.That(gone, Is.Empty, "No README has these commands.");
        }
    }

    [Test]
    public void Readmes_EveryOtherBlock_IsReadByATestOfItsPackage()
    {
        var others = ReadmeBlock.All.Except(ReadmeBlock.OfCommands).ToList();
        var code = others.Where(block => block.Language is "csharp").Select(block => block.File).Distinct();
        var projects = code.Select(file => file is "README.md" ? "LogItems.Client" : file.Split('/')[1]);
        var rest = others.Where(block => block.Language is not ("csharp" or "text")).Select(block => (block.File, block.Language));
        using (Assert.EnterMultipleScope())
        {
            // The snapshot of the API is what brings PackageReadmeTests into a project.
            Assert.That(projects.Select(project => Repository.In($"tests/{project}.Tests/PublicApi.verified.txt")), Is.All.Matches<string>(File.Exists));
            Assert.That(rest, Is.EqualTo(new[]
            {
                ("src/LogItems.Export.DuckDb/README.md", "sql"),
                ("src/LogItems.Export/README.md", "yaml"), ("src/LogItems.Export/README.md", "sql"), ("src/LogItems.Export/README.md", "sql"),
                ("src/LogItems.Extensions.DependencyInjection/README.md", "json"), ("src/LogItems.Monitoring/README.md", "yaml"),
            }), "Their ReadmeTests start from these settings.");
        }
    }

    [Test]
    public async Task Block_Typed_DoesWhatIsPromised([ValueSource(nameof(BlocksToRun))] ReadmeBlock block)
    {
        string[] commands = [.. block.Lines.Where(ReadmeCommands.Run.ContainsKey)];
        var knowsFeed = commands.Any(command => command.StartsWith("dotnet nuget add source", StringComparison.Ordinal));
        var folder = _folders.New(knowsFeed ? null : DownstreamRun.Feed);
        var script = ReadmeScript.Of(commands, ReadmeCommands.Substitutions(DownstreamRun.Feed, _server.BaseAddress));

        var (exitCode, error) = await _folders.RunAsync(folder, script);

        Assert.That(exitCode, Is.Zero, () => $"{commands[int.Parse(File.ReadAllText(Path.Combine(folder, "last")), null)]}\n{error}\n{AllOutput(folder)}");
        using (Assert.EnterMultipleScope())
        {
            for (var i = 0; i < commands.Length; i++)
            {
                Assert.That(File.ReadAllText(Path.Combine(folder, ReadmeScript.OutputOf(i))), Does.Match(ReadmeCommands.Run[commands[i]]), commands[i]);
                Assert.That(
                    Report().Matches(commands[i]).Select(report => new FileInfo(Path.Combine(folder, report.Groups["file"].Value))),
                    Is.All.Property("Length").Positive);
            }
        }
    }

    [GeneratedRegex(@"--report \w+=(?<file>\S+)")]
    private static partial Regex Report();

    private static bool Holds(string file, string command) =>
        File.ReadLines(Repository.In(file)).Any(line => !line.TrimStart().StartsWith('#') && line.Contains(command, StringComparison.Ordinal));

    private static string AllOutput(string folder) => string.Concat(Directory.EnumerateFiles(folder, "*.out").Order().Select(File.ReadAllText));
}
