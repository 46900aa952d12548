using LogItems.Cli.Output;

namespace LogItems.Cli.Options;

/// <summary>The options that choose a format.</summary>
internal static class FormatOption
{
    /// <summary>The formats of records.</summary>
    public static ChoiceOption<RecordFormat> ForRecords() => new(
        "--format",
        "Output format: table (default), json (an array), jsonl (one object per line) or csv (RFC 4180; text that a spreadsheet "
        + "would evaluate as a formula is prefixed with a single quote).",
        ("table", RecordFormat.Table), ("json", RecordFormat.Json), ("jsonl", RecordFormat.Jsonl),
        ("csv", RecordFormat.Csv));

    /// <summary>The formats of records that arrive over a long time, for which an array would remain incomplete.</summary>
    public static ChoiceOption<RecordFormat> ForFollowing() => new(
        "--format",
        "Output format: table, jsonl (one object per line) or csv. Default: a live view on a terminal, otherwise jsonl.",
        ("table", RecordFormat.Table), ("jsonl", RecordFormat.Jsonl), ("csv", RecordFormat.Csv));

    /// <summary>The formats of a report, including one for tickets.</summary>
    public static ChoiceOption<RecordFormat> ForReports() => new(
        "--format",
        "Output format: table (default), json (an array), jsonl (one object per line), csv (RFC 4180) or markdown (a table).",
        ("table", RecordFormat.Table), ("json", RecordFormat.Json), ("jsonl", RecordFormat.Jsonl),
        ("csv", RecordFormat.Csv), ("markdown", RecordFormat.Markdown));

    /// <summary>The formats of a single result.</summary>
    public static ChoiceOption<RecordFormat> ForSummaries() => new(
        "--format", "Output format: table (default) or json.", ("table", RecordFormat.Table), ("json", RecordFormat.Json));
}
