namespace LogItems;

/// <summary>How an operation went, in one set of words for all API versions.</summary>
public enum LogItemLevel
{
    /// <summary>None was given, or one that this SDK does not know; see <see cref="LogItem.LevelText"/>.</summary>
    Unknown,

    /// <summary>The operation is running.</summary>
    Running,

    /// <summary>It succeeded.</summary>
    Success,

    /// <summary>It succeeded with a warning.</summary>
    Warning,

    /// <summary>It failed: <c>Error</c>, or <c>Failed</c> in titles of v7 and earlier.</summary>
    Error,

    /// <summary>It was stopped: <c>Stop</c>, or <c>Stopped</c> in titles of v7 and earlier.</summary>
    Stop,
}
