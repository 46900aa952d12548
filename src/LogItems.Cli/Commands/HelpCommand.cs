using System.CommandLine;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems help [COMMAND]</c>, which is passed to the parser as <c>logitems [COMMAND] --help</c>.</summary>
internal sealed class HelpCommand : Command
{
    public const string Verb = "help";

    public HelpCommand()
        : base(Verb, "Shows the help of a command.") => Add(new Argument<string[]>("COMMAND")
        {
            Description = "Command, for example list or contract diff (default: all commands).",
            Arity = ArgumentArity.ZeroOrMore,
        });
}
