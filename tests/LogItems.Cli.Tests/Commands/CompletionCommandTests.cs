using System.Diagnostics;
using LogItems.Cli.Tests.Support;

namespace LogItems.Cli.Tests.Commands;

[Parallelizable(ParallelScope.Children)]
internal sealed class CompletionCommandTests
{
    [TestCase("bash", "complete -F _logitems logitems")]
    [TestCase("zsh", "compdef _logitems logitems")]
    [TestCase("pwsh", "Register-ArgumentCompleter -Native -CommandName logitems")]
    public async Task Run_Shell_PrintsItsScript(string shell, string registration)
    {
        var run = await ToolRun.StartAsync($"completion {shell}");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Out, Does.Contain(registration).And.Contain("[suggest:"));
    }

    [Test]
    public async Task Run_UnknownShell_IsWrongUsage()
    {
        var run = await ToolRun.StartAsync("completion tcsh");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain("bash").And.Contain("zsh").And.Contain("pwsh"));
    }

    [TestCase("se", "serve sessions")]
    [TestCase("contract ch", "check")]
    [TestCase("list --format ", "csv json jsonl table")]
    [TestCase("list --lev", "--level")]
    public async Task Suggest_BeginningOfALine_OffersWhatFits(string line, string expected)
    {
        var run = await ToolRun.StartAsync([$"[suggest:{line.Length}]", line]);

        Assert.That(string.Join(' ', run.Lines), Is.EqualTo(expected));
    }

    [Test]
    public async Task Suggest_AnyLine_OffersNothingWithASlash([Values("", "list ", "contract ")] string line)
    {
        var run = await ToolRun.StartAsync([$"[suggest:{line.Length}]", line]);

        Assert.That(run.Lines, Has.Some.EqualTo("--help").And.None.StartsWith("/"));
    }

    [TestCase("logitems se", "serve sessions")]
    [TestCase("logitems contract vi", "view")]
    [TestCase("logitems list --format j", "json jsonl")]
    [Platform(Include = "Linux,MacOsX", Reason = "Needs bash.")]
    public async Task BashScript_TabKey_CompletesTheWord(string line, string expected)
    {
        var script = (await ToolRun.StartAsync("completion bash")).Out;
        var words = line.Split(' ');
        var tool = Path.Combine(AppContext.BaseDirectory, "LogItems.Cli.dll");
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardInput = true };
        using var bash = Process.Start(start)!;
        await bash.StandardInput.WriteAsync($"""
            logitems() (dotnet '{tool}' "$@")
            {script}
            COMP_LINE='{line}' COMP_POINT={line.Length} COMP_WORDS=({line}) COMP_CWORD={words.Length - 1}
            _logitems
            echo "{"${COMPREPLY[@]}"}"
            """);
        bash.StandardInput.Close();

        Assert.That((await bash.StandardOutput.ReadToEndAsync()).TrimEnd(), Is.EqualTo(expected));
    }
}
