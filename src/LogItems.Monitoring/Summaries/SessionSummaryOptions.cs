namespace LogItems.Monitoring;

/// <summary>The options of a session summary.</summary>
public sealed record SessionSummaryOptions
{
    /// <summary>The maximum number of slowest items.</summary>
    /// <value>0 to 1,000; default 5.</value>
    public int Slowest { get; init; } = 5;

    /// <summary>The maximum number of earlier runs to compare with.</summary>
    /// <value>0 (no comparison) to 1,000; default 10.</value>
    public int Runs { get; init; } = 10;

    /// <summary>The clock, for a running session.</summary>
    /// <value>Default <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal void Validate()
    {
        if (Slowest is < 0 or > 1_000 || Runs is < 0 or > 1_000)
        {
            throw new ArgumentException($"The number of slowest items is {Slowest} and that of runs {Runs}; use 0 to 1,000 for each.");
        }
    }
}
