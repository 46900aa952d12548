namespace LogItems;

/// <summary>The words for levels: those of v8's <c>type</c>, and those in brackets at the start of a title.</summary>
internal static class LogItemLevels
{
    /// <summary>A closed set: user text may start with any other word in brackets.</summary>
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

    /// <summary>The level's word at the very start of a title, with its brackets; null where there is none.</summary>
    public static string? PrefixOf(string title)
    {
        if (title.Length < 2 || title[0] != '[')
        {
            return null;
        }

        var end = title.IndexOf(']', StringComparison.Ordinal);
        return end > 0 && Words.ContainsKey(title[1..end]) ? title[..(end + 1)] : null;
    }

    /// <summary>The value of v8's filter for a level; null where v8 has none.</summary>
    public static LogItemType? ToFilter(this LogItemLevel level) => level switch
    {
        LogItemLevel.Running => LogItemType.Running,
        LogItemLevel.Success => LogItemType.Success,
        LogItemLevel.Warning => LogItemType.Warning,
        LogItemLevel.Error => LogItemType.Error,
        LogItemLevel.Stop => LogItemType.Stop,
        _ => null,
    };
}
