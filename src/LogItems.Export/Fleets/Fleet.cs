using LogItems.Export.Fleets;
using Microsoft.Extensions.Configuration;

namespace LogItems.Export;

/// <summary>The backup servers to read, and the maximum number to read at the same time.</summary>
/// <remarks>Read by <see cref="FleetFile.Load(string)"/> from a file, or by <see cref="FromConfiguration"/> from settings of the same shape.</remarks>
public sealed class Fleet
{
    internal Fleet(IReadOnlyList<FleetServer> servers, int maxConcurrency = FleetLimits.DefaultConcurrency)
    {
        (Servers, MaxConcurrency) = (servers, maxConcurrency);
        LabelNames = [.. servers.SelectMany(server => server.Labels.Keys).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The servers, in the order of the description.</summary>
    public IReadOnlyList<FleetServer> Servers { get; }

    /// <summary>Maximum number of servers to read at the same time.</summary>
    /// <value>1 to 1,000 servers; default 8.</value>
    public int MaxConcurrency { get; }

    /// <summary>The names of the labels of all servers, in alphabetical order.</summary>
    /// <value>At most 16 names.</value>
    public IReadOnlyList<string> LabelNames { get; }

    /// <summary>Reads a fleet from a section of the configuration, which has the shape of the fleet file.</summary>
    /// <param name="section">The section: <c>MaxConcurrency</c>, <c>Interval</c>, <c>Defaults</c> and <c>Servers</c>.</param>
    /// <exception cref="InvalidFleetException">The section has invalid settings; the message lists all of them.</exception>
    public static Fleet FromConfiguration(IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return FleetReader.Read(ConfigurationFleet.Read(section), "The configuration of the fleet");
    }
}
