namespace LogItems.Monitoring;

/// <summary>The comparison of a group's failures with the previous span of equal length.</summary>
public enum FailureTrend
{
    /// <summary>Failures occurred in the span, but not in the previous one.</summary>
    New,

    /// <summary>Failures occurred in both spans.</summary>
    Recurring,

    /// <summary>Failures occurred in the previous span, but not in this one.</summary>
    Gone,
}
