using LogItems.Cli.Tests.Support;

namespace LogItems.Cli.Tests.Commands;

internal sealed class DemoCommandTests
{
    [Test]
    public async Task Demo_Pipe_ShowsBothSessionsPlainly()
    {
        var run = await ToolRun.StartAsync("demo");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        foreach (var item in SeedItem.All)
        {
            Assert.That(run.Lines, Has.One.Match($"^Success  2017-04-04 00:07:2[15] -07:00  00:00:[0-9.]{{6}}  {item.Text}$"));
        }

        Assert.That(run.Lines, Has.One.Match("^Success  2021-02-26 01:00:00 \\+03:00  00:00:00.000  Job started at 2/26/2021 1:00:00 AM$"));
        Assert.That(run.Out.Where(c => c is not '\n' and (< ' ' or > '~')), Is.Empty, "no ANSI, no box characters");
        Assert.That(run.Out, Does.Contain("Next steps\n  logitems serve"));
    }

    [Test]
    public async Task Demo_Terminal_IsTheSameTextInColor()
    {
        var run = await ToolRun.StartAsync(["demo"], colors: true);

        Assert.That(run.Out, Has.Some.EqualTo('\u001B'));
        Assert.That(run.Out, Does.Contain("Processing mailbox: petep@eastsupport.onmicrosoft.com\n"));
    }
}
