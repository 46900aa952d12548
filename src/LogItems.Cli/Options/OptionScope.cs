using System.CommandLine;
using LogItems.Cli.Hosting;

namespace LogItems.Cli.Options;

/// <summary>Rejects options that do not apply beside others.</summary>
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

    /// <summary>Rejects options that the fleet file replaces.</summary>
    /// <exception cref="UsageException">One of them was specified.</exception>
    public static void ThrowIfGivenWithFleet(ParseResult parse, params Option[] options)
    {
        if (options.FirstOrDefault(option => IsGiven(parse, option)) is { } given)
        {
            throw new UsageException($"{given.Name} cannot be combined with --fleet, whose file describes the servers. Omit one of them.");
        }
    }

    /// <summary>Determines whether an option was specified; its default does not count.</summary>
    public static bool IsGiven(ParseResult parse, Option option) => parse.GetResult(option) is { Implicit: false };
}
