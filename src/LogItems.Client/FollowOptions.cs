namespace LogItems;

/// <summary>How a session is followed.</summary>
public sealed class FollowOptions
{
    private static readonly TimeSpan UsualMaxInterval = TimeSpan.FromSeconds(30);

    private readonly TimeSpan? _maxInterval;

    /// <summary>The shortest wait between two looks; it is used as long as something happens.</summary>
    /// <value>More than zero; default 2 seconds.</value>
    public TimeSpan MinInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait between two looks; the wait grows by half with each look that finds nothing new.</summary>
    /// <value>At least <see cref="MinInterval"/>; default 30 seconds, or <see cref="MinInterval"/> where that is longer.</value>
    public TimeSpan MaxInterval
    {
        get => _maxInterval ?? (MinInterval > UsualMaxInterval ? MinInterval : UsualMaxInterval);
        init => _maxInterval = value;
    }

    /// <summary>How long the server may be away before following fails with the error at hand.</summary>
    /// <value>0 (fail at once) or more; default 15 minutes, enough for a restart or an upgrade.</value>
    public TimeSpan MaxOutage { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Called after each look, when its items have been handed out and before the wait for the next one.</summary>
    /// <value>
    /// Null (the default) for nothing. It is called by the thread that looks; a display or a service's health can be kept up to date by it.
    /// </value>
    public Action<FollowStatus>? OnPoll { get; init; }

    internal void Validate()
    {
        if (MinInterval <= TimeSpan.Zero || MaxInterval < MinInterval)
        {
            throw new ArgumentException($"MinInterval is {MinInterval} and MaxInterval {MaxInterval}; the first must be more than zero and not above the second.");
        }

        if (MaxOutage < TimeSpan.Zero)
        {
            throw new ArgumentException($"MaxOutage is {MaxOutage}; it must not be negative.");
        }
    }
}
