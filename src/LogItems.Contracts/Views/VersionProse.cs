using System.Globalization;
using System.Text.RegularExpressions;

namespace LogItems.Contracts.Views;

/// <summary>Reduces prose that depends on the version to one version.</summary>
/// <remarks>
/// A sentence that consists of a range (<c>API v6 and later.</c>) repeats an annotation and is removed. A line that begins with a range
/// and a colon (<c>API v6 to v7: It may be null.</c>) applies to that range only, up to the next such line or an empty one: it is kept without
/// its range, or removed.
/// </remarks>
internal static partial class VersionProse
{
    private const string Range =
        @"API\s+(?:v(?<since>\d+)\s+and\s+later|v(?<until>\d+)\s+and\s+earlier|v(?<only>\d+)\s+only|v(?<since>\d+)\s+to\s+v(?<until>\d+))";

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    public static string Project(string text, int version)
    {
        if (!text.Contains("API", StringComparison.Ordinal))
        {
            return text;
        }

        var kept = new List<string>();
        var holds = true;
        foreach (var line in text.Split('\n'))
        {
            var range = RangeOfLine().Match(line);
            holds = range.Success ? Holds(range, version) : holds || line.Length == 0;
            if (holds)
            {
                kept.Add(line[range.Length..]);
            }
        }

        return RangeAsSentence().Replace(string.Join('\n', kept), "").Trim();
    }

    private static bool Holds(Match range, int version)
    {
        int? Bound(string name) =>
            range.Groups[name] is { Success: true } bound ? int.Parse(bound.ValueSpan, CultureInfo.InvariantCulture) : null;

        return version >= (Bound("since") ?? Bound("only") ?? version) && version <= (Bound("until") ?? Bound("only") ?? version);
    }

    [GeneratedRegex("^" + Range + @":\s+", Options)]
    private static partial Regex RangeOfLine();

    [GeneratedRegex(@"(^|\s+)" + Range + @"\.(?=\s|$)", Options)]
    private static partial Regex RangeAsSentence();
}
