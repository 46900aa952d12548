using System.CommandLine;
using LogItems.Cli.Hosting;

namespace LogItems.Cli.Options;

/// <summary>Checks the options of <c>logitems export</c> that apply to a single target.</summary>
internal static class OptionScope
{
    /// <summary>Rejects an option for other targets.</summary>
    /// <exception cref="UsageException">The option was specified.</exception>
    public static void ThrowIfGiven(ParseResult parse, Option option, string target)
    {
        if (IsGiven(parse, option))
        {
            throw new UsageException($"{option.Name} applies to --to {target} only. Omit it.");
        }
    }

    /// <summary>Determines whether an option was specified; its default does not count.</summary>
    public static bool IsGiven(ParseResult parse, Option option) => parse.GetResult(option) is { Implicit: false };
}
