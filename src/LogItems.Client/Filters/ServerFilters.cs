namespace LogItems.Filters;

/// <summary>Converts to the values of the API's filters, which differ from those of the models.</summary>
internal static class ServerFilters
{
    /// <summary>The value of v8's filter for a level; null if v8 has none.</summary>
    public static LogItemType? ToFilter(this LogItemLevel level) => level switch
    {
        LogItemLevel.Running => LogItemType.Running,
        LogItemLevel.Success => LogItemType.Success,
        LogItemLevel.Warning => LogItemType.Warning,
        LogItemLevel.Error => LogItemType.Error,
        LogItemLevel.Stop => LogItemType.Stop,
        _ => null,
    };

    /// <summary>The value of v8's filter for a status; null if v8 has none.</summary>
    public static JobSessionStatusFilter? ToFilter(this JobSessionStatus status) => status switch
    {
        JobSessionStatus.Stopped => JobSessionStatusFilter.Stopped,
        JobSessionStatus.Running => JobSessionStatusFilter.Running,
        JobSessionStatus.Success => JobSessionStatusFilter.Succeeded,
        JobSessionStatus.Failed => JobSessionStatusFilter.Failed,
        JobSessionStatus.Warning => JobSessionStatusFilter.Warning,
        _ => null,
    };
}
