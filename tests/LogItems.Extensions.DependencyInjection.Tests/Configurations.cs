using Microsoft.Extensions.Configuration;

namespace LogItems.Extensions.DependencyInjection.Tests;

/// <summary>Configurations as a file of a service would give them, all in the section LogItems.</summary>
internal static class Configurations
{
    public static IConfigurationSection LogItems(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"LogItems:{setting.Key}", setting.Value)))
            .Build()
            .GetSection("LogItems");
}
