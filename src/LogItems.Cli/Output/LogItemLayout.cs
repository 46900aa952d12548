using Spectre.Console;

namespace LogItems.Cli.Output;

/// <summary>Log items as output records, the same for every API version. The order of the fields is documented; new fields are added at the end.</summary>
internal static class LogItemLayout
{
    /// <summary>The names by value, because an enum looks up its names for each text.</summary>
    private static readonly string[] Levels = Enum.GetNames<LogItemLevel>();
    private static readonly string[] Kinds = Enum.GetNames<LogItemSubjectKind>();

    public static RecordLayout<LogItem> Instance { get; } = new(
        "item",
        "items",
        [
            RecordFields.Id<LogItem>("id", item => item.Id),
            RecordFields.Number<LogItem>("usn", UsnOf),
            RecordFields.Text<LogItem>("level", LevelOf),
            RecordFields.Text<LogItem>("text", item => item.Text),
            RecordFields.Time<LogItem>("startedAt", item => item.StartedAt),
            RecordFields.Time<LogItem>("endedAt", item => item.EndedAt),
            RecordFields.Links<LogItem>("links", item => item.Links),
            RecordFields.Duration<LogItem>("duration", item => item.Duration),
            RecordFields.Issues<LogItem>(),
            RecordFields.AdditionalProperties<LogItem>(item => item.AdditionalProperties),
            RecordFields.Json<LogItem>("subject", WriteSubject),
            RecordFields.Text<LogItem>("cause", item => item.Cause),
        ],
        [
            new("LEVEL", 7, LevelOf, item => StyleOf(item.Level)),
            new("STARTED", 26, item => RecordText.Clock(item.StartedAt)) { NarrowWidth = 19, NarrowText = item => RecordText.ShortClock(item.StartedAt) },
            new("DURATION", 12, item => RecordText.Duration(item.Duration, item.IsRunning)),
            new("TEXT", 0, item => item.Text),
        ]);

    /// <summary>The SDK's name of the level, or the server's if the SDK has none.</summary>
    public static string LevelOf(LogItem item) =>
        item.Level == LogItemLevel.Unknown && !string.IsNullOrEmpty(item.LevelText) ? item.LevelText : NameOf(item.Level);

    /// <summary>The order number; null if it is missing or could not be read.</summary>
    private static long? UsnOf(LogItem item) =>
        item.Issues is { Count: > 0 } issues && issues.Any(issue => issue.Property is "usn" or "") ? null : item.Usn;

    /// <summary>Writes an object with kind, name, address and id, or null.</summary>
    private static void WriteSubject(JsonValueWriter json, LogItem item)
    {
        if (item.Subject is not { } subject)
        {
            json.WriteNull();
            return;
        }

        json.WriteRaw("{\"kind\":"u8);
        json.WriteText(NameOf(subject.Kind));
        json.WriteRaw(",\"name\":"u8);
        json.WriteText(subject.Name);
        json.WriteRaw(",\"address\":"u8);
        json.WriteText(subject.Address);
        json.WriteRaw(",\"id\":"u8);
        json.WriteText(subject.Id?.ToString());
        json.WriteRaw("}"u8);
    }

    private static string NameOf(LogItemLevel level) => (int)level < Levels.Length && level >= 0 ? Levels[(int)level] : level.ToString();

    private static string NameOf(LogItemSubjectKind kind) => (int)kind < Kinds.Length && kind >= 0 ? Kinds[(int)kind] : kind.ToString();

    /// <summary>The color of a level.</summary>
    public static Style? StyleOf(LogItemLevel level) => level switch
    {
        LogItemLevel.Success => new Style(Color.Green),
        LogItemLevel.Warning => new Style(Color.Yellow),
        LogItemLevel.Error => new Style(Color.Red, decoration: Decoration.Bold),
        LogItemLevel.Running => new Style(Color.Aqua),
        _ => default(Style?),
    };
}
