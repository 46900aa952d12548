using Spectre.Console;

namespace LogItems.Cli.Output;

/// <summary>Log items as they are written: the same for every API version.</summary>
internal static class LogItemLayout
{
    public static RecordLayout<LogItem> Instance { get; } = new(
        "item",
        [
            new("id", item => RecordText.Id(item.Id)),
            new("usn", item => item.Issues.Any(issue => issue.Property is "usn" or "") ? null : item.Usn),
            new("level", LevelOf),
            new("text", item => item.Text),
            new("startedAt", item => RecordText.Iso(item.StartedAt)),
            new("endedAt", item => RecordText.Iso(item.EndedAt)),
            new("links", item => item.Links),
        ],
        [
            new("LEVEL", 7, LevelOf, item => StyleOf(item.Level)),
            new("STARTED", 26, item => RecordText.Clock(item.StartedAt)),
            new("DURATION", 12, item => RecordText.Duration(item.Duration, item.IsRunning)),
            new("TEXT", 0, item => item.Text),
        ]);

    /// <summary>The SDK's word, or the server's own where the SDK has none.</summary>
    public static string LevelOf(LogItem item) =>
        item.Level == LogItemLevel.Unknown && !string.IsNullOrEmpty(item.LevelText) ? item.LevelText : item.Level.ToString();

    /// <summary>The colour of a level.</summary>
    public static Style? StyleOf(LogItemLevel level) => level switch
    {
        LogItemLevel.Success => new Style(Color.Green),
        LogItemLevel.Warning => new Style(Color.Yellow),
        LogItemLevel.Error => new Style(Color.Red, decoration: Decoration.Bold),
        LogItemLevel.Running => new Style(Color.Aqua),
        _ => default(Style?),
    };
}
