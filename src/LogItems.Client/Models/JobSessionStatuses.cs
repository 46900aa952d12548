namespace LogItems;

internal static class JobSessionStatuses
{
    /// <summary>The value of v8's filter for a state, which has other words than the model; null where the filter has none.</summary>
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
