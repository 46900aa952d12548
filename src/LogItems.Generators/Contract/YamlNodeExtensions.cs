using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace LogItems.Generators;

/// <summary>Queries YAML nodes; missing nodes are null or empty.</summary>
internal static class YamlNodeExtensions
{
    public static IEnumerable<KeyValuePair<string, YamlNode>> Entries(this YamlMappingNode map) =>
        map.Children.Where(child => child.Key is YamlScalarNode)
            .Select(child => new KeyValuePair<string, YamlNode>(((YamlScalarNode)child.Key).Value!, child.Value));

    /// <summary>The object at the end of a path of keys and indexes.</summary>
    public static YamlMappingNode? Map(this YamlMappingNode map, params string[] path) => map.Find(path) as YamlMappingNode;

    /// <summary>The text of the scalar at the end of a path of keys and indexes.</summary>
    public static string? Text(this YamlMappingNode map, params string[] path) => (map.Find(path) as YamlScalarNode)?.Value;

    /// <summary>The items of a list.</summary>
    public static IEnumerable<YamlNode> Items(this YamlMappingNode map, string key) =>
        (map.Find([key]) as YamlSequenceNode)?.Children ?? Enumerable.Empty<YamlNode>();

    private static YamlNode? Find(this YamlMappingNode map, string[] path)
    {
        YamlNode? node = map;
        foreach (var step in path)
        {
            node = node switch
            {
                YamlMappingNode inner => inner.Children.TryGetValue(new YamlScalarNode(step), out var child) ? child : null,
                YamlSequenceNode list => int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    && index < list.Children.Count ? list.Children[index] : null,
                _ => null,
            };
        }

        return node;
    }
}
