namespace LogItems.Models.Texts;

/// <summary>The names of levels: those of v8's <c>type</c>, and those in brackets at the start of a title.</summary>
internal static class LogItemLevels
{
    /// <summary>The longest word that is read as a level.</summary>
    private const int MaxWordLength = 32;

    private static readonly Dictionary<string, LogItemLevel> Words = new(StringComparer.Ordinal)
    {
        ["Running"] = LogItemLevel.Running,
        ["Success"] = LogItemLevel.Success,
        ["Warning"] = LogItemLevel.Warning,
        ["Error"] = LogItemLevel.Error,
        ["Failed"] = LogItemLevel.Error,
        ["Stop"] = LogItemLevel.Stop,
        ["Stopped"] = LogItemLevel.Stop,
    };

    public static LogItemLevel Parse(string? word) =>
        word is not null && Words.TryGetValue(word, out var level) ? level : LogItemLevel.Unknown;

    /// <summary>The length of the level in brackets at the very start of a title; 0 if there is none.</summary>
    public static int PrefixLength(string title)
    {
        if (title.Length < 2 || title[0] != '[')
        {
            return 0;
        }

        var end = title.IndexOf(']', 1, Math.Min(title.Length - 1, MaxWordLength + 1));
        if (end < 0)
        {
            return 0;
        }

        var isLevel = Words.ContainsKey(title[1..end]) || (end + 1 < title.Length && title[end + 1] == ' ' && IsWrittenAsLevel(title.AsSpan(1, end - 1)));
        return isLevel ? end + 1 : 0;
    }

    /// <summary>Determines whether a word has a capital first and only letters, not all of them capitals, as the words of the API do.</summary>
    private static bool IsWrittenAsLevel(ReadOnlySpan<char> word)
    {
        var lowerCase = 0;
        foreach (var c in word)
        {
            if (c is >= 'a' and <= 'z')
            {
                lowerCase++;
            }
            else if (c is not (>= 'A' and <= 'Z'))
            {
                return false;
            }
        }

        return lowerCase > 0 && word[0] is >= 'A' and <= 'Z';
    }
}
