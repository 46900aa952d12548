using LogItems.Cli.Tests.Support;

namespace LogItems.Cli.Tests.Commands;

[Parallelizable(ParallelScope.Children)]
internal sealed class CompletionCommandTests
{
    [TestCase("bash", "complete -o default -F _logitems logitems")]
    [TestCase("zsh", "compdef _logitems logitems")]
    [TestCase("fish", "complete -c logitems")]
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
    [TestCase("contract li", "lint")]
    [TestCase("list --format ", "csv json jsonl table")]
    [TestCase("list --lev", "--level")]
    [TestCase("sessions --prof", "--profile")]
    [TestCase("config de", "delete")]
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
    public async Task BashScript_Asked_OffersWhatFits(string line, string expected)
    {
        var words = line.Split(' ');
        using var shell = new Shell();

        var offered = await shell.RunAsync("bash", [], $"""
            source <(logitems completion bash)
            COMP_LINE='{line}' COMP_POINT={line.Length} COMP_WORDS=({line}) COMP_CWORD={words.Length - 1}
            _logitems
            echo "{"${COMPREPLY[@]}"}"
            """);

        Assert.That(offered.TrimEnd(), Is.EqualTo(expected));
    }

    [Test]
    [Platform(Include = "Linux,MacOsX", Reason = "Needs a shell script named logitems.")]
    public async Task PwshScript_TabKey_OffersWhatFits()
    {
        using var shell = new Shell();
        await shell.RunAsync("dotnet", ["tool", "restore"], "");

        // What the Tab key calls. All lines in one process: it takes a second to start.
        var offered = await shell.RunAsync("dotnet", ["tool", "run", "pwsh", "--", "-NoProfile", "-NonInteractive", "-Command", """
            logitems completion pwsh | Out-String | Invoke-Expression
            'logitems se', 'logitems contract vi', 'logitems list --format j', 'logitems list --format ', 'logitems contract lint openapi/logitems.y' |
                ForEach-Object { (TabExpansion2 $_ $_.Length).CompletionMatches.CompletionText -join ' ' }
            """], "");

        Assert.That(
            offered.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            Is.EqualTo(new[] { "serve sessions", "view", "json jsonl", "csv json jsonl table", "./openapi/logitems.yaml" }));
    }
}
