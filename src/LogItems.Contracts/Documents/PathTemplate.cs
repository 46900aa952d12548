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

    public static bool HasNames(string segment) => segment.Contains('{', StringComparison.Ordinal) && Placeholder().IsMatch(segment);

    /// <summary>Determines whether a decoded segment of a path fits a template such as <c>{id}.json</c>, regardless of letter case.</summary>
    public static bool Fits(string template, string segment)
    {
        if (!HasNames(template))
        {
            return string.Equals(template, segment, StringComparison.OrdinalIgnoreCase);
        }

        var texts = Placeholder().Replace(template, "\0").Split('\0');

        // The texts between the parameters occur in order; each parameter has at least one character.
        var (start, end) = (texts[0].Length, segment.Length - texts[^1].Length);
        foreach (var text in texts[1..^1])
        {
            var found = start < end ? segment.IndexOf(text, start + 1, end - start - 1, StringComparison.OrdinalIgnoreCase) : -1;
            if (found < 0)
            {
                return false;
            }

            start = found + text.Length;
        }

        return start < end && segment.StartsWith(texts[0], StringComparison.OrdinalIgnoreCase)
            && segment.EndsWith(texts[^1], StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Placeholder();
}
