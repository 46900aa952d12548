using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace LogItems.Cli;

/// <summary>The errors of a command line that cannot be understood.</summary>
internal static class UsageText
{
    /// <summary>The largest number of different letters between a word and the command that is suggested instead.</summary>
    private const int MaxDistance = 2;

    /// <summary>The command as it is typed, without options and arguments.</summary>
    public static string CommandName(ParseResult result)
    {
        var names = new List<string>();
        for (SymbolResult? part = result.CommandResult; part is CommandResult { Command: var command }; part = part.Parent)
        {
            names.Insert(0, command is RootCommand ? "logitems" : command.Name);
        }

        return string.Join(' ', names);
    }

    /// <summary>The first error; null if there is none. Help is shown in spite of what is missing, but not of what is unknown.</summary>
    /// <remarks>What follows an unknown option may be a secret (<c>--tokne ABC</c>), so then only the option is repeated.</remarks>
    public static string? Complaint(ParseResult result)
    {
        if (result.Action is not ParseErrorAction && result.Tokens.Any(token => token.Type == TokenType.Directive))
        {
            return null;
        }

        return UnknownOption(result) is { } option ? $"There is no option {option} here."
            : UnknownCommand(result) is { } command ? command
            : result.Action is ParseErrorAction || result.UnmatchedTokens.Count > 0 ? string.Join(" ", result.Errors.Select(error => error.Message).Distinct())
            : null;
    }

    /// <summary>An option in the place of an argument is an unknown option, not an argument, unless <c>--</c> comes before it.</summary>
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

        var closest = parent.Subcommands.Where(command => !command.Hidden).MinBy(command => Distance(word, command.Name))!.Name;
        return Distance(word, closest) <= MaxDistance
            ? $"There is no command {word}; did you mean {closest}?"
            : $"There is no command {word}.";
    }

    /// <summary>The number of letters to insert, remove or replace to make one word of another.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(from[i - 1]) == char.ToUpperInvariant(to[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
