using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace LogItems.Cli;

/// <summary>The errors of an invalid command line.</summary>
internal static class UsageText
{
    /// <summary>The maximum edit distance between a word and the suggested command.</summary>
    private const int MaxDistance = 2;

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
    public static string? Complaint(ParseResult result)
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

        var closest = parent.Subcommands.Where(command => !command.Hidden).MinBy(command => Distance(word, command.Name))!.Name;
        return Distance(word, closest) <= MaxDistance
            ? $"Unknown command {word}. Did you mean {closest}?"
            : $"Unknown command {word}.";
    }

    /// <summary>The Levenshtein distance of two words, case-insensitive.</summary>
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
