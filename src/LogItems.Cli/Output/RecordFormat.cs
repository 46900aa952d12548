namespace LogItems.Cli.Output;

/// <summary>The formats of records.</summary>
internal enum RecordFormat
{
    /// <summary>A table.</summary>
    Table,

    /// <summary>A JSON array, one object per line.</summary>
    Json,

    /// <summary>JSON Lines: one object per line.</summary>
    Jsonl,

    /// <summary>CSV (RFC 4180), safe to open in a spreadsheet.</summary>
    Csv,

    /// <summary>A table in Markdown, for tickets and chats.</summary>
    Markdown,
}
