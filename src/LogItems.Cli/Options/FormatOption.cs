using LogItems.Cli.Output;

namespace LogItems.Cli.Options;

/// <summary>The options that choose a format.</summary>
internal static class FormatOption
{
    /// <summary>The formats of records.</summary>
    public static ChoiceOption<RecordFormat> ForRecords() => new(
        "--format",
        "How to write: table (default), json (one array), jsonl (an object a line) or csv (RFC 4180; text that a spreadsheet "
        + "would take for a formula gets a single quote in front).",
        ("table", RecordFormat.Table), ("json", RecordFormat.Json), ("jsonl", RecordFormat.Jsonl), ("csv", RecordFormat.Csv));

    /// <summary>The formats of records that come in over a long time, where an array would never be whole.</summary>
    public static ChoiceOption<RecordFormat> ForFollowing() => new(
        "--format",
        "How to write: table, jsonl (an object a line) or csv. Without it: a live view on a terminal, and jsonl elsewhere.",
        ("table", RecordFormat.Table), ("jsonl", RecordFormat.Jsonl), ("csv", RecordFormat.Csv));

    /// <summary>The formats of a single result.</summary>
    public static ChoiceOption<RecordFormat> ForSummaries() => new(
        "--format", "How to write: table (default) or json.", ("table", RecordFormat.Table), ("json", RecordFormat.Json));
}
