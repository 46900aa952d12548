namespace LogItems.Monitoring.Failures;

/// <summary>The order of levels by how much they matter.</summary>
internal static class Severity
{
    public static int Of(LogItemLevel level) => level switch
    {
        LogItemLevel.Error => 5,
        LogItemLevel.Stop => 4,
        LogItemLevel.Warning => 3,
        LogItemLevel.Unknown => 2,
        LogItemLevel.Running => 1,
        _ => 0,
    };

    public static LogItemLevel Max(LogItemLevel one, LogItemLevel other) => Of(other) > Of(one) ? other : one;
}
