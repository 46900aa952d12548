using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace LogItems.Contracts.Schemas;

/// <summary>Matches texts with the patterns of a contract, each translated once.</summary>
internal sealed class PatternCache
{
    // A pattern that takes longer on one string backtracks without end.
    private static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Regex?> patterns = new(StringComparer.Ordinal);

    public PatternVerdict Match(string pattern, string text)
    {
        if (patterns.GetOrAdd(pattern, Compile) is not { } regex)
        {
            return PatternVerdict.Unreadable;
        }

        try
        {
            return regex.IsMatch(text) ? PatternVerdict.Match : PatternVerdict.NoMatch;
        }
        catch (RegexMatchTimeoutException)
        {
            return PatternVerdict.TimedOut;
        }
    }

    private static Regex? Compile(string pattern)
    {
        try
        {
            return new Regex(EcmaPattern.ToDotNet(pattern), RegexOptions.CultureInvariant, TimeOut);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
