using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Acornima;

namespace LogItems.Contracts.Schemas;

/// <summary>Matches texts with the regular expressions (ECMA 262) of the contracts of one run, within one time budget.</summary>
/// <remarks>A pattern is abandoned after its first timeout, and all patterns once the budget is spent.</remarks>
internal sealed class PatternCache(CancellationToken cancellationToken = default)
{
    private static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(5);

    // The duration below which matches do not count toward the budget, because a cache may be used for days.
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<string, Regex?> _patterns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _abandoned = new(StringComparer.Ordinal);
    private long _spentTicks;

    /// <summary>Throws if the run in which the patterns are matched was canceled.</summary>
    public void ThrowIfCanceled() => cancellationToken.ThrowIfCancellationRequested();

    public PatternVerdict Match(string pattern, string text)
    {
        if (_patterns.GetOrAdd(pattern, Compile) is not { } regex)
        {
            return PatternVerdict.Unreadable;
        }

        if (_abandoned.ContainsKey(pattern) || Interlocked.Read(ref _spentTicks) >= Budget.Ticks)
        {
            return PatternVerdict.TimedOut;
        }

        var start = Stopwatch.GetTimestamp();
        try
        {
            return regex.IsMatch(text) ? PatternVerdict.Match : PatternVerdict.NoMatch;
        }
        catch (Exception exception) when (exception is RegexMatchTimeoutException or OverflowException)
        {
            // The engine reports nested repeats that exceed its stack as an overflow.
            _abandoned[pattern] = true;
            return PatternVerdict.TimedOut;
        }
        finally
        {
            if (Stopwatch.GetElapsedTime(start) is var elapsed && elapsed > Slow)
            {
                Interlocked.Add(ref _spentTicks, elapsed.Ticks);
            }
        }
    }

    // JSON Schema requires the flag "u"; patterns that only the older syntax allows (an escaped "_") are accepted nonetheless.
    private static Regex? Compile(string pattern) => Adapt(pattern, "u") ?? Adapt(pattern, "");

    private static Regex? Adapt(string pattern, string flags)
    {
        try
        {
            return Tokenizer.AdaptRegExp(pattern, flags, matchTimeout: TimeOut).Regex;
        }
        catch (ParseErrorException)
        {
            return null;
        }
    }
}
