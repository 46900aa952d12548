namespace LogItems.Export.Fleets;

/// <summary>Suggests the word that was probably meant.</summary>
internal static class Suggestion
{
    /// <summary>The maximum edit distance between the written word and a suggestion.</summary>
    private const int MaxDistance = 2;

    /// <summary>The word closest to the written one; null if none is close.</summary>
    public static string? For(string written, IEnumerable<string> words)
    {
        var closest = words.MinBy(word => Distance(written, word));
        return closest is not null && Distance(written, closest) <= MaxDistance ? closest : null;
    }

    /// <summary>The Levenshtein distance of two words, case-insensitive.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(from[i - 1]) == char.ToUpperInvariant(to[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
