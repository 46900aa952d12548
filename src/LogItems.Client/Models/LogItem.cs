using Newtonsoft.Json;

namespace LogItems;

/// <remarks>The properties of the wire are generated from the contract; those here are the same for every API version.</remarks>
public partial class LogItem
{
    /// <summary>How the operation went; from <see cref="Type"/> (v8), or from the start of <see cref="Title"/> (v7 and earlier).</summary>
    [JsonIgnore]
    public LogItemLevel Level => LogItemLevels.Parse(LevelText);

    /// <summary>The level's word as it was sent, known or not; null where none was sent.</summary>
    [JsonIgnore]
    public string? LevelText => Type?.ToString() ?? Unreadable("type") as string ?? TitlePrefix?[1..^1];

    /// <summary>What the operation was, without the level; empty where nothing was sent.</summary>
    /// <remarks>User text, such as a mail subject, may be part of it.</remarks>
    [JsonIgnore]
    public string Text => Message ?? (TitlePrefix is { } prefix ? WithoutSpace(Title![prefix.Length..]) : Title ?? "");

    /// <summary>When the operation started, with the server's offset; null where that was not sent.</summary>
    [JsonIgnore]
    public DateTimeOffset? StartedAt => WireTime.IsPlaceholder(CreationTime) ? null : CreationTime;

    /// <summary>When the operation ended, with the server's offset; null while it is running.</summary>
    [JsonIgnore]
    public DateTimeOffset? EndedAt => EndTime is { } time && !WireTime.IsPlaceholder(time) ? time : null;

    /// <summary>How long the operation took; null while it is running.</summary>
    [JsonIgnore]
    public TimeSpan? Duration => EndedAt - StartedAt;

    /// <summary>Whether the operation has not ended; where the end cannot be read, whether its level says so.</summary>
    [JsonIgnore]
    public bool IsRunning => IsUnreadable("endTime") ? Level == LogItemLevel.Running : EndedAt is null;

    /// <summary>One space parts level and text; another one belongs to the text.</summary>
    private static string WithoutSpace(string text) => text.StartsWith(' ') ? text[1..] : text;

    /// <summary>The level in brackets at the start of the title; the message of v8 is never searched for one.</summary>
    private string? TitlePrefix => Message is null && Title is { } title ? LogItemLevels.PrefixOf(title) : null;
}
