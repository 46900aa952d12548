namespace LogItems;

/// <summary>The outcome of an operation, with the same values for all API versions.</summary>
public enum LogItemLevel
{
    /// <summary>The level was not sent or is not known to this SDK; see <see cref="LogItem.LevelText"/>.</summary>
    Unknown,

    /// <summary>The operation is running.</summary>
    Running,

    /// <summary>The operation succeeded.</summary>
    Success,

    /// <summary>The operation succeeded with a warning.</summary>
    Warning,

    /// <summary>The operation failed: <c>Error</c>, or <c>Failed</c> in titles of v7 and earlier.</summary>
    Error,

    /// <summary>The operation was stopped: <c>Stop</c>, or <c>Stopped</c> in titles of v7 and earlier.</summary>
    Stop,
}
