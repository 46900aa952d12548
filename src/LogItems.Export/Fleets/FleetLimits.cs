namespace LogItems.Export.Fleets;

/// <summary>The limits and defaults of a fleet's settings.</summary>
internal static class FleetLimits
{
    public const int DefaultConcurrency = 8;
    public const int MaxConcurrency = 1_000;
    public const int DefaultConnections = 4;
    public const int MaxLabels = 16;
    public const int MaxLabelLength = 256;
    public const int MaxNameLength = 64;

    public static readonly TimeSpan DefaultInterval = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan MinInterval = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan MaxInterval = TimeSpan.FromDays(1);
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(2);
    public static readonly TimeSpan MinTimeout = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan MaxTimeout = TimeSpan.FromDays(1);
}
