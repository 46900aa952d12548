using System.CommandLine;

namespace LogItems.Cli.Options;

/// <summary>The option that continues an interrupted list.</summary>
internal static class ContinuationOption
{
    public const string Name = "--continuation-token";

    /// <param name="nouns">The word for several records.</param>
    public static Option<string?> Create(string nouns) => new(Name)
    {
        HelpName = "TOKEN",
        Description = $"Write only {nouns} after the position of this token, which an interrupted command with the same filters printed.",
    };
}
