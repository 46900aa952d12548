using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using LogItems.Export.Fleets;

namespace LogItems.Cli;

/// <summary>The errors of an invalid command line.</summary>
internal static class UsageText
{
    /// <summary>The command without options and arguments.</summary>
    public static string CommandName(ParseResult result)
    {
        var names = new List<string>();
        for (SymbolResult? part = result.CommandResult; part is CommandResult { Command: var command }; part = part.Parent)
        {
            names.Insert(0, command is RootCommand ? "logitems" : command.Name);
        }

        return string.Join(' ', names);
    }

    /// <summary>The first error, or null. Help is shown despite missing arguments, but not despite unknown ones.</summary>
    /// <remarks>The value of an unknown option may be a secret (<c>--tokne ABC</c>), so only the option is repeated.</remarks>
    public static string? FirstError(ParseResult result)
    {
        if (result.Action is not ParseErrorAction && result.Tokens.Any(token => token.Type == TokenType.Directive))
        {
            return null;
        }

        return UnknownOption(result) is { } option ? $"Unknown option {option}."
            : UnknownCommand(result) is { } command ? command
            : result.Action is ParseErrorAction || result.UnmatchedTokens.Count > 0 ? string.Join(" ", result.Errors.Select(error => error.Message).Distinct())
            : null;
    }

    /// <summary>An option in place of an argument is an unknown option, unless <c>--</c> precedes it.</summary>
    private static string? UnknownOption(ParseResult result)
    {
        var arguments = result.Tokens.Any(token => token.Type == TokenType.DoubleDash)
            ? []
            : result.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value);
        return result.UnmatchedTokens.Concat(arguments).FirstOrDefault(token => token.Length > 1 && token[0] == '-')?.Split('=', ':')[0];
    }

    private static string? UnknownCommand(ParseResult result)
    {
        var parent = result.CommandResult.Command;
        if (parent.Subcommands.Count == 0 || result.UnmatchedTokens is not [var word, ..])
        {
            return null;
        }

        return Suggestion.For(word, parent.Subcommands.Where(command => !command.Hidden).Select(command => command.Name)) is { } closest
            ? $"Unknown command {word}. Did you mean {closest}?"
            : $"Unknown command {word}.";
    }
}
