using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using LogItems.Cli.Hosting;
using LogItems.Cli.Output;
using LogItems.Cli.Tests.Support;

namespace LogItems.Cli.Tests;

/// <summary>What the README says of exit codes and variables; its commands are run out of the package, in LogItems.Downstream.Tests.</summary>
internal sealed partial class ReadmeTests : FakeServerFixture
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Folder(), "..", "..", "README.md"));

    [Test]
    public void ExitCodes_OfTheReadme_AreThoseOfTheTool()
    {
        var table = Readme.Split("| exit code | meaning |\n|---|---|\n")[1].Split("\n\n")[0];
        var listed = table.Split('\n').SelectMany(row => row.Split('|')[1].Split(',')).Select(code => int.Parse(code, null));
        var known = typeof(ExitCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (int)field.GetRawConstantValue()!);
        Assert.That(listed, Is.EquivalentTo(known));
    }

    [Test]
    public void Fields_OfThePackageReadme_AreListedInTheirOrder()
    {
        var readme = File.ReadAllText(Path.Combine(Folder(), "..", "..", "src", "LogItems.Cli", "README.md"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(readme, Does.Contain(Row(LogItemLayout.Instance)));
            Assert.That(readme, Does.Contain(Row(JobSessionLayout.Create(_ => null))));
            Assert.That(readme, Does.Contain(Row(JobLayout.Instance)));
            Assert.That(readme, Does.Contain(Row(ProcessedObjectLayout.Instance)));
            Assert.That(readme, Does.Contain(Row(DataRetrievalSessionLayout.Instance)));
            Assert.That(readme, Does.Contain(Row(FailureLayout.Create(default))));
        }
    }

    private static string Row<T>(RecordLayout<T> layout) => $"| {string.Join(", ", layout.Fields.Select(field => field.Name))} |";

    [Test]
    public async Task Variables_OfTheReadme_AreThoseThatTheToolReads()
    {
        var use = Readme.Split("## Use the tool")[1].Split("\n## ")[0];
        var listed = Variable().Matches(use).Select(match => match.Value).Distinct();
        var asked = new HashSet<string>();
        using var output = new StringWriter();
        var host = new CommandEnvironment
        {
            Out = output,
            Error = output,
            Variable = name =>
            {
                asked.Add(name);
                return Environment.GetValueOrDefault(name);
            },
        };

        // A token would be taken instead of the name and the password.
        Assert.That(await Program.RunAsync(["sessions"], host, CancellationToken.None), Is.Zero, output.ToString());
        Assert.That(asked, Is.EquivalentTo(listed));
    }

    [GeneratedRegex("LOGITEMS_[A-Z0-9_]+")]
    private static partial Regex Variable();

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
