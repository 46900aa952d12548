using Microsoft.Extensions.Logging;

namespace LogItems.Export;

/// <summary>The options of a <see cref="FleetExporter"/>.</summary>
public sealed record FleetExporterOptions
{
    /// <summary>Maximum number of jobs of a server that have metrics; <c>logitems_jobs_omitted</c> counts those beyond it, the last by name.</summary>
    /// <value>1 to 10,000 jobs; default 500. A job has at most 19 series.</value>
    public int MaxJobsPerServer { get; init; } = 500;

    /// <summary>The logger factory of the exporter and its clients.</summary>
    /// <value>Null (the default) for no logging.</value>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>The clock.</summary>
    /// <value>Default <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal void Validate()
    {
        if (MaxJobsPerServer is < 1 or > 10_000)
        {
            throw new ArgumentException($"MaxJobsPerServer is {MaxJobsPerServer}; it must be 1 to 10,000.");
        }
    }
}
