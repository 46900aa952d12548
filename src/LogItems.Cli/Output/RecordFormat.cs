namespace LogItems.Cli.Output;

/// <summary>How records are written.</summary>
internal enum RecordFormat
{
    /// <summary>Columns for people.</summary>
    Table,

    /// <summary>One JSON array, an object a line.</summary>
    Json,

    /// <summary>An object a line, no array around them.</summary>
    Jsonl,

    /// <summary>RFC 4180, safe to open in a spreadsheet.</summary>
    Csv,
}
