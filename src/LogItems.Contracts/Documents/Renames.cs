namespace LogItems.Contracts.Documents;

/// <summary>Finds removed parts that were added under another name.</summary>
internal static class Renames
{
    private const double Threshold = 0.5;

    // The maximum number of candidates: so many parts are not renamed at the same time, and comparing all pairs would take long.
    private const int MaxCandidates = 100_000;

    /// <summary>The pairs of renamed parts, the most similar first; the same pairs in both directions.</summary>
    /// <param name="removed">The parts in the base only.</param>
    /// <param name="added">The parts in the revision only.</param>
    /// <param name="name">The name of a part.</param>
    /// <param name="similarity">The similarity of two parts, 0 to 1; symmetric.</param>
    public static List<(T Before, T After)> Find<T>(
        IReadOnlyCollection<T> removed, IReadOnlyCollection<T> added, Func<T, string> name, Func<T, T, double> similarity)
        where T : notnull
    {
        var pairs = new List<(T Before, T After)>();
        if (removed.Count == 0 || added.Count == 0 || (long)removed.Count * added.Count > MaxCandidates)
        {
            return pairs;
        }

        var candidates =
            from before in removed
            from after in added
            let score = similarity(before, after)
            where score >= Threshold
            select (before, after, score);
        // If two pairs share a part, their names determine the order, so that it does not depend on the direction of the comparison.
        var ordered = candidates.OrderByDescending(pair => pair.score)
            .ThenBy(pair => name(pair.before), StringComparer.Ordinal)
            .ThenBy(pair => name(pair.after), StringComparer.Ordinal);
        var taken = new HashSet<T>();
        foreach (var pair in ordered)
        {
            if (!taken.Contains(pair.before) && !taken.Contains(pair.after))
            {
                taken.Add(pair.before);
                taken.Add(pair.after);
                pairs.Add((pair.before, pair.after));
            }
        }

        return pairs;
    }

    /// <summary>The similarity of two names, 0 to 1: the share of letters that need not change, and at least 0.6 if one is
    /// part of the other.</summary>
    public static double Similarity(string one, string other)
    {
        var (a, b) = (one.ToUpperInvariant(), other.ToUpperInvariant());
        var longest = Math.Max(a.Length, b.Length);
        if (longest == 0)
        {
            return 1;
        }

        var contained = Math.Min(a.Length, b.Length) > 2
            && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal));
        return Math.Max(1 - ((double)Distance(a, b) / longest), contained ? 0.6 : 0);
    }

    // Levenshtein's.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j - 1], above) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
