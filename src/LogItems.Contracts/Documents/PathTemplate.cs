using System.Text.RegularExpressions;

namespace LogItems.Contracts.Documents;

/// <summary>Paths with parameters in them: <c>/JobSessions/{sessionId}</c>.</summary>
internal static partial class PathTemplate
{
    /// <summary>What two paths have in common that mean the same requests: neither case nor the names of parameters matter.</summary>
    public static string Signature(string path) => Placeholder().Replace(path, "{}").TrimEnd('/').ToUpperInvariant();

    /// <summary>The names of the parameters, in their order.</summary>
    public static IReadOnlyList<string> Names(string path) => [.. Placeholder().Matches(path).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Placeholder();
}
