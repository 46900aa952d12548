using Spectre.Console;

namespace LogItems.Cli.Output;

/// <summary>Log items as they are written: the same for every API version.</summary>
internal static class LogItemLayout
{
    public static RecordLayout<LogItem> Instance { get; } = new(
        "item",
        [
            RecordFields.Id<LogItem>("id", item => item.Id),
            RecordFields.Number<LogItem>("usn", UsnOf),
            RecordFields.Text<LogItem>("level", LevelOf),
            RecordFields.Text<LogItem>("text", item => item.Text),
            RecordFields.Time<LogItem>("startedAt", item => item.StartedAt),
            RecordFields.Time<LogItem>("endedAt", item => item.EndedAt),
            RecordFields.Links<LogItem>("links", item => item.Links),
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

    /// <summary>Null where the number was not sent or could not be read.</summary>
    private static long? UsnOf(LogItem item) =>
        item.Issues is { Count: > 0 } issues && issues.Any(issue => issue.Property is "usn" or "") ? null : item.Usn;

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
