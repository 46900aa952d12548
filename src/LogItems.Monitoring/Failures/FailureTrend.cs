namespace LogItems.Monitoring;

/// <summary>How the failures of a group compare with the span of equal length before.</summary>
public enum FailureTrend
{
    /// <summary>Failures occurred in the span, but not in the span before.</summary>
    New,

    /// <summary>Failures occurred in both spans.</summary>
    Recurring,

    /// <summary>Failures occurred in the span before, but not in the span.</summary>
    Gone,
}
