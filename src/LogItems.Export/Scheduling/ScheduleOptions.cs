using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LogItems.Export.Scheduling;

/// <summary>The options for polling failing servers.</summary>
internal sealed record ScheduleOptions
{
    /// <summary>The maximum time between two polls of a failing server, unless its interval is longer.</summary>
    /// <value>Default 5 minutes.</value>
    public TimeSpan MaxBackOff { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The number of failures in a row after which the circuit opens.</summary>
    /// <value>At least 1; default 5.</value>
    public int FailuresToOpen { get; init; } = 5;

    /// <summary>The time after which an open circuit allows a trial poll, unless the interval of the server is longer.</summary>
    /// <value>Default 5 minutes.</value>
    public TimeSpan OpenDuration { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The random part of each time between two polls, so that servers are not polled in lockstep.</summary>
    /// <value>0 to 1; default 0.2: 90 to 110 percent of the time.</value>
    public double Jitter { get; init; } = 0.2;

    /// <summary>The clock.</summary>
    /// <value>Default <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The source of jitter.</summary>
    /// <value>Default <see cref="Random.Shared"/>.</value>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>The log of circuits that open and close.</summary>
    /// <value>Default: none.</value>
    public ILogger Logger { get; init; } = NullLogger.Instance;
}
