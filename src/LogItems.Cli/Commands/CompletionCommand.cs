using System.CommandLine;
using LogItems.Cli.Hosting;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems completion SHELL</c></summary>
internal sealed class CompletionCommand : Command
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    private readonly Argument<string> _shell = new("SHELL")
    {
        Description = "Shell to generate the script for: bash, zsh, fish or pwsh (PowerShell 7 and Windows PowerShell).",
    };

    public CompletionCommand(CommandEnvironment host)
        : base("completion", "Prints a shell completion script.")
    {
        _shell.CompletionSources.Add(Shells);
        _shell.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var shell }] && !Shells.Contains(shell))
            {
                result.AddError($"Shell '{shell}' is not supported. Use one of {string.Join(", ", Shells)}.");
            }
        });
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
