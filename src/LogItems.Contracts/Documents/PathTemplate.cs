using System.Text.RegularExpressions;

namespace LogItems.Contracts.Documents;

/// <summary>Paths with parameters: <c>/JobSessions/{sessionId}</c>.</summary>
internal static partial class PathTemplate
{
    /// <summary>A text that is equal for paths that match the same requests, regardless of letter case and parameter names.</summary>
    public static string Signature(string path) => WithoutNames(path).TrimEnd('/').ToUpperInvariant();

    /// <summary>The path without the names of its parameters, which callers do not see.</summary>
    public static string WithoutNames(string path) => Placeholder().Replace(path, "{}");

    /// <summary>The names of the parameters, in their order.</summary>
    public static IReadOnlyList<string> Names(string path) => [.. Placeholder().Matches(path).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Placeholder();
}
