using System.CommandLine;
using LogItems.Cli.Hosting;

namespace LogItems.Cli.Options;

/// <summary>Options of <c>logitems export</c> that one target has.</summary>
internal static class OptionScope
{
    /// <summary>Rejects an option where something else is exported to.</summary>
    /// <exception cref="UsageException">It was given.</exception>
    public static void ThrowIfGiven<T>(ParseResult parse, Option<T> option, string target)
    {
        if (parse.GetValue(option) is not null)
        {
            throw new UsageException($"{option.Name} is for --to {target}. Leave it out.");
        }
    }
}
