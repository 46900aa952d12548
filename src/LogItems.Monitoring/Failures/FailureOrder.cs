namespace LogItems.Monitoring.Failures;

/// <summary>Sorts groups by importance: errors before warnings, new ones first, frequent ones first, and gone ones last.</summary>
internal sealed class FailureOrder : IComparer<FailureGroup>
{
    public static FailureOrder Instance { get; } = new();

    public int Compare(FailureGroup? x, FailureGroup? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var order = (x.Trend == FailureTrend.Gone).CompareTo(y.Trend == FailureTrend.Gone);
        order = order != 0 ? order : Severity.Of(y.Level).CompareTo(Severity.Of(x.Level));
        order = order != 0 ? order : x.Trend.CompareTo(y.Trend);
        order = order != 0 ? order : (y.Count + y.CountBefore).CompareTo(x.Count + x.CountBefore);
        order = order != 0 ? order : string.CompareOrdinal(x.Cause, y.Cause);
        order = order != 0 ? order : Nullable.Compare(x.ObjectKind, y.ObjectKind);
        order = order != 0 ? order : string.CompareOrdinal(x.ObjectAddress ?? x.ObjectName, y.ObjectAddress ?? y.ObjectName);
        order = order != 0 ? order : string.CompareOrdinal(string.Join('\n', x.Jobs), string.Join('\n', y.Jobs));
        order = order != 0 ? order : Nullable.Compare(x.SessionId, y.SessionId);
        return order != 0 ? order : string.CompareOrdinal(x.Server, y.Server);
    }
}
