using LogItems.Cli.Output;

namespace LogItems.Cli.Settings;

/// <summary>The options that choose a format.</summary>
internal static class FormatOption
{
    /// <summary>The formats of records.</summary>
    public static ChoiceOption<RecordFormat> ForRecords() => new(
        "--format",
        "How to write: table (default), json (one array), jsonl (an object a line) or csv (RFC 4180; text that a spreadsheet "
        + "would take for a formula gets a single quote in front).",
        ("table", RecordFormat.Table), ("json", RecordFormat.Json), ("jsonl", RecordFormat.Jsonl), ("csv", RecordFormat.Csv));
}
