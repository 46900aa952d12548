namespace LogItems.Monitoring.Failures;

/// <summary>The order of levels by severity.</summary>
internal static class Severity
{
    public static int Of(LogItemLevel level) => level switch
    {
        LogItemLevel.Error => 5,
        LogItemLevel.Unknown => 4,
        LogItemLevel.Stop => 3,
        LogItemLevel.Warning => 2,
        LogItemLevel.Running => 1,
        _ => 0,
    };

    public static LogItemLevel Max(LogItemLevel one, LogItemLevel other) => Of(other) > Of(one) ? other : one;
}
