namespace LogItems.Monitoring;

/// <summary>How the failures of a group compare with the span of equal length before.</summary>
public enum FailureTrend
{
    /// <summary>There are some in the span and none in the span before.</summary>
    New,

    /// <summary>There are some in both.</summary>
    Recurring,

    /// <summary>There are none in the span and some in the span before.</summary>
    Gone,
}
