using LogItems.Cli.Tests.Support;

namespace LogItems.Cli.Tests.Commands;

/// <summary>The Tab key, pressed in a terminal; compiled where there is zsh, which has terminals to give.</summary>
[Parallelizable(ParallelScope.Children)]
internal sealed class CompletionTabKeyTests
{
    [TestCase("logitems contract vi", 1, "logitems contract view ")]
    [TestCase("logitems list --format j", 1, "logitems list --format json")]
    [TestCase("logitems contract lint openapi/logitems.y", 1, "logitems contract lint openapi/logitems.yaml ")]
    public async Task BashScript_TabKey_CompletesTheWord(string line, int tabs, string expected)
    {
        using var shell = new Shell();

        var completed = await shell.TypeAsync("bash --norc --noprofile -i", """
            source <(logitems completion bash)
            show() { printf '%s' "$READLINE_LINE" > shown; READLINE_LINE=; }
            bind -x '"\C-g": show'
            """, line, tabs);

        Assert.That(completed, Is.EqualTo(expected));
    }

    [TestCase("logitems contract vi", 1, "logitems contract view ")]
    [TestCase("logitems list --format j", 1, "logitems list --format json")]
    [TestCase("logitems se", 2, "logitems serve")]
    [TestCase("logitems se", 3, "logitems sessions")]
    [TestCase("logitems se", 4, "logitems serve")]
    [TestCase("logitems zz", 1, "logitems zz")]
    [TestCase("logitems contract lint openapi/logitems.y", 1, "logitems contract lint openapi/logitems.yaml ")]
    public async Task ZshScript_TabKey_CompletesTheWord(string line, int tabs, string expected)
    {
        using var shell = new Shell();

        var completed = await shell.TypeAsync("zsh -f -i", """
            source <(logitems completion zsh)
            show() { print -rn -- "$BUFFER" > shown; BUFFER=; }
            zle -N show
            bindkey '^G' show
            """, line, tabs);

        Assert.That(completed, Is.EqualTo(expected));
    }
}
