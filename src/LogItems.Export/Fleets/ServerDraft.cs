namespace LogItems.Export.Fleets;

/// <summary>The settings of a server that have been read: the defaults of the fleet, and then its own.</summary>
internal sealed record ServerDraft
{
    public ApiVersion? Version { get; init; }

    public string? Username { get; init; }

    public FleetPassword? Password { get; init; }

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    public TimeSpan Interval { get; init; } = FleetLimits.DefaultInterval;

    public TimeSpan Timeout { get; init; } = FleetLimits.DefaultTimeout;

    public int MaxConnections { get; init; } = FleetLimits.DefaultConnections;

    /// <summary>Gets whether a problem of the defaults has been reported, so that a value is not reported as missing as well.</summary>
    public bool HasInvalidPassword { get; init; }
}
