namespace LogItems.Export.Fleets;

/// <summary>The settings of a server read so far: the defaults of the fleet, overridden by its own.</summary>
internal sealed record ServerDraft
{
    public ApiVersion? Version { get; init; }

    public string? Username { get; init; }

    public FleetPassword? Password { get; init; }

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    public TimeSpan Interval { get; init; } = FleetLimits.DefaultInterval;

    public TimeSpan Timeout { get; init; } = FleetLimits.DefaultTimeout;

    public int MaxConnections { get; init; } = FleetLimits.DefaultConnections;

    /// <summary>Gets whether a problem with the password has been reported, so that it is not also reported as missing.</summary>
    public bool HasInvalidPassword { get; init; }
}
