using System.Text.RegularExpressions;
using LogItems.Cli.Tests.Support;

namespace LogItems.Cli.Tests.Commands;

internal sealed class ContractDriftCommandTests
{
    [Test]
    public async Task Drift_OurOwnView_Agrees()
    {
        var view = (await ToolRun.StartAsync("contract view --version v8 --format json")).Out;

        var run = await ToolRun.StartAsync(["contract", "drift", "--against", "-", "--version", "v8", "--fail-on", "info"], stdin: view);

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((0, "No findings.\n")));
        Assert.That(run.Error, Does.Contain("Compared 14 operations of v8."));
    }

    [Test]
    public async Task Drift_Disagreement_SaysWhereInBoth()
    {
        var view = (await ToolRun.StartAsync("contract view --version v8 --format json")).Out;
        var theirs = Regex.Replace(view, "\"Stop\"", "\"Halt\"");

        var run = await ToolRun.StartAsync(["contract", "drift", "--against", "-", "--version", "v8"], stdin: theirs);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Out, Does.Match(@"logitems\.yaml:\d+:\d+: error ").And.Match(@"stdin:\d+:\d+").And.Contain("Halt"));
    }

    [TestCase("--version v8")]
    [TestCase("--against vendor.json")]
    public async Task Drift_SomethingMissing_IsWrongUsage(string options)
    {
        Assert.That((await ToolRun.StartAsync($"contract drift {options}")).ExitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task Drift_NoSuchFile_CannotBeLoaded()
    {
        Assert.That((await ToolRun.StartAsync("contract drift --version v8 --against no-such-file.json")).ExitCode, Is.EqualTo(3));
    }
}
