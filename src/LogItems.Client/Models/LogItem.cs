using System.Diagnostics;
using System.Globalization;
using LogItems.Models.Texts;
using LogItems.Serialization;
using Newtonsoft.Json;

namespace LogItems;

/// <remarks>The properties of the wire are generated from the contract; those here are the same for every API version.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public partial class LogItem
{
    private ParsedText? _parsed;

    /// <summary>The outcome of the operation, from <see cref="Type"/> (v8), or from the start of <see cref="Title"/> (v7 and earlier).</summary>
    [JsonIgnore]
    public LogItemLevel Level => Type is { } type ? LevelOf(type) : LogItemLevels.Parse(LevelText);

    /// <summary>The level as it was sent, known or not; null if none was sent.</summary>
    /// <remarks>
    /// A title of v7 and earlier starts with its level in brackets. A word that this SDK does not know is treated as a level if it is written
    /// as one, in letters with a capital first, and a space follows: <c>[Notice] text</c>. Anything else, such as <c>[EXTERNAL] text</c>,
    /// is text. Only the start of the title is examined, and no message of v8: what follows the level can be user text.
    /// </remarks>
    [JsonIgnore]
    public string? LevelText => Type?.ToString() ?? Unreadable("type") as string ?? Parsed.LevelWord;

    /// <summary>The text of the operation, without the level; empty if none was sent.</summary>
    /// <remarks>User text, such as a mail subject, may be part of it.</remarks>
    [JsonIgnore]
    public string Text => Parsed.Text;

    /// <summary>The start of the operation, with the server's offset; null if it was not sent.</summary>
    [JsonIgnore]
    public DateTimeOffset? StartedAt => WireTime.Known(CreationTime);

    /// <summary>The end of the operation, with the server's offset; null while it is running.</summary>
    [JsonIgnore]
    public DateTimeOffset? EndedAt => WireTime.Known(EndTime);

    /// <summary>The time between start and end; null while the operation is running.</summary>
    [JsonIgnore]
    public TimeSpan? Duration => EndedAt - StartedAt;

    /// <summary>Gets whether the operation is still running; if the end cannot be read, the level decides.</summary>
    [JsonIgnore]
    public bool IsRunning => IsUnreadable("endTime") ? Level == LogItemLevel.Running : EndedAt is null;

    /// <summary>The parsed title and message; parsed again if either has changed.</summary>
    private ParsedText Parsed => _parsed is { } parsed && parsed.IsOf(Title, Message) ? parsed : _parsed = new ParsedText(Title, Message);

    /// <summary>The level for a value of <c>type</c>; faster than parsing the name of the enum value.</summary>
    private static LogItemLevel LevelOf(LogItemType type) => type switch
    {
        LogItemType.Running => LogItemLevel.Running,
        LogItemType.Success => LogItemLevel.Success,
        LogItemType.Warning => LogItemLevel.Warning,
        LogItemType.Error => LogItemLevel.Error,
        LogItemType.Stop => LogItemLevel.Stop,
        _ => LogItemLevels.Parse(type.ToString()),
    };

    /// <summary>Returns the order number, the level and the text: <c>7 [Warning] Mailbox was not found</c>.</summary>
    public override string ToString() => $"{Usn.ToString(CultureInfo.InvariantCulture)} [{LevelText ?? "Unknown"}] {Text}";
}
