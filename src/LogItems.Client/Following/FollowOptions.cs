namespace LogItems;

/// <summary>The settings for following a session.</summary>
public sealed class FollowOptions
{
    private static readonly TimeSpan UsualMaxInterval = TimeSpan.FromSeconds(30);

    private readonly TimeSpan? _maxInterval;

    /// <summary>The shortest interval between two polls, used while there are changes.</summary>
    /// <value>More than zero; default 2 seconds.</value>
    public TimeSpan MinInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest interval between two polls; the interval grows by half with each poll that finds no change.</summary>
    /// <value>At least <see cref="MinInterval"/>; default 30 seconds, or <see cref="MinInterval"/> if that is longer.</value>
    public TimeSpan MaxInterval
    {
        get => _maxInterval ?? (MinInterval > UsualMaxInterval ? MinInterval : UsualMaxInterval);
        init => _maxInterval = value;
    }

    /// <summary>Maximum duration of an outage of the server; after it, following fails with the last error.</summary>
    /// <value>0 (fail immediately) or more; default 15 minutes, enough for a restart or an upgrade.</value>
    public TimeSpan MaxOutage { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Called after each poll, once its items have been delivered and before the delay until the next one.</summary>
    /// <value>
    /// Null (the default) for nothing. It is called on the thread that polls, for example to update a display or the health of a service.
    /// </value>
    public Action<FollowStatus>? OnPoll { get; init; }

    internal void Validate()
    {
        if (MinInterval <= TimeSpan.Zero || MaxInterval < MinInterval)
        {
            throw new ArgumentException(
                $"MinInterval is {MinInterval} and MaxInterval {MaxInterval}; MinInterval must be more than zero and at most MaxInterval.");
        }

        if (MaxOutage < TimeSpan.Zero)
        {
            throw new ArgumentException($"MaxOutage is {MaxOutage}; it must not be negative.");
        }
    }
}
