using System.CommandLine;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems completion SHELL</c></summary>
internal sealed class CompletionCommand : Command
{
    private readonly Argument<string> _shell = new("SHELL")
    {
        Description = "bash, zsh or pwsh (PowerShell 7 and Windows PowerShell).",
    };

    public CompletionCommand(CommandEnvironment host)
        : base("completion", "Prints the script by which a shell completes commands and options at the Tab key.")
    {
        _shell.AcceptOnlyFromAmong("bash", "zsh", "pwsh");
        Add(_shell);
        SetAction(parse => Run(parse, host));
    }

    private int Run(ParseResult parse, CommandEnvironment host)
    {
        using var script = new StreamReader(
            typeof(CompletionCommand).Assembly.GetManifestResourceStream($"completion.{parse.GetValue(_shell)}")!);
        host.Out.Write(script.ReadToEnd());
        return ExitCode.Ok;
    }
}
