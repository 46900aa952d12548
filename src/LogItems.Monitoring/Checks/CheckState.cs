namespace LogItems.Monitoring;

/// <summary>The state that a monitoring plugin reports; its number is the exit code.</summary>
public enum CheckState
{
    /// <summary>Everything is as expected.</summary>
    Ok = 0,

    /// <summary>Something needs attention.</summary>
    Warning = 1,

    /// <summary>Backups are missing or failed, or the server does not respond properly.</summary>
    Critical = 2,

    /// <summary>The state could not be determined.</summary>
    Unknown = 3,
}
