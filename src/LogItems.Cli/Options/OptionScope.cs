using System.CommandLine;
using LogItems.Cli.Hosting;

namespace LogItems.Cli.Options;

/// <summary>Options of <c>logitems export</c> that one target has.</summary>
internal static class OptionScope
{
    /// <summary>Rejects an option where something else is exported to.</summary>
    /// <exception cref="UsageException">It was given.</exception>
    public static void ThrowIfGiven(ParseResult parse, Option option, string target)
    {
        if (IsGiven(parse, option))
        {
            throw new UsageException($"{option.Name} applies to --to {target} only. Omit it.");
        }
    }

    /// <summary>Determines whether an option was given; its default does not count.</summary>
    public static bool IsGiven(ParseResult parse, Option option) => parse.GetResult(option) is { Implicit: false };
}
