namespace LogItems.Export.Fleets;

/// <summary>What has been read of a server: the defaults of the fleet, and then its own settings.</summary>
internal sealed record ServerDraft
{
    public ApiVersion? Version { get; init; }

    public string? Username { get; init; }

    public FleetPassword? Password { get; init; }

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    public TimeSpan Interval { get; init; } = FleetLimits.DefaultInterval;

    public int MaxConnections { get; init; } = FleetLimits.DefaultConnections;

    /// <summary>Gets whether a mistake in the defaults has been noted, so that a value is not called missing as well.</summary>
    public bool HasInvalidPassword { get; init; }
}
