using Microsoft.Extensions.Configuration;

namespace LogItems.Export.Fleets;

/// <summary>Reads a fleet from the configuration.</summary>
internal static class ConfigurationFleet
{
    public static FleetNode Read(IConfiguration section)
    {
        var own = section as IConfigurationSection;
        var children = section.GetChildren().Select(Read).ToList();
        return new FleetNode(own?.Key ?? "", string.IsNullOrEmpty(own?.Path) ? "(root)" : own.Path, own?.Value)
        {
            Children = children,
            // The keys of a list are its indexes.
            IsList = children.Count > 0 && children.TrueForAll(child => int.TryParse(child.Key, out _)),
        };
    }
}
