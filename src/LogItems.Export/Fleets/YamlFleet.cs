using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LogItems.Export.Fleets;

/// <summary>Reads a fleet from YAML.</summary>
internal sealed class YamlFleet
{
    /// <summary>The maximum length of a file, in characters.</summary>
    private const int MaxLength = 4_000_000;

    /// <summary>The maximum number of nodes, because aliases can expand a small file without limit.</summary>
    private const int MaxNodes = 200_000;

    /// <summary>The maximum depth: one more than any setting has, so that a list in place of text is still reported as such.</summary>
    private const int MaxDepth = 6;

    private readonly string _name;
    private int _nodes;

    private YamlFleet(string name) => _name = name;

    /// <exception cref="InvalidFleetException">The text is not YAML, or is too large.</exception>
    public static FleetNode Read(TextReader reader, string name)
    {
        var text = new char[MaxLength + 1];
        var length = reader.ReadBlock(text);
        if (length > MaxLength)
        {
            throw Invalid(name, $"{name} has more than {MaxLength.ToString("N0", CultureInfo.InvariantCulture)} characters. Split the fleet.");
        }

        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(new string(text, 0, length)));
        }
        catch (YamlException exception)
        {
            throw Invalid(name, $"{name}:{exception.Start.Line}: the file is not valid YAML: {exception.Message}", exception);
        }

        return yaml.Documents is [{ RootNode: YamlMappingNode root }]
            ? new YamlFleet(name).Convert("", root, depth: 0)
            : throw Invalid(name, $"{name}: there is no list of 'servers'. Write 'servers:' with one element for each server.");
    }

    private FleetNode Convert(string key, YamlNode node, int depth)
    {
        if (depth > MaxDepth || ++_nodes > MaxNodes)
        {
            throw Invalid(_name, $"{LocationOf(node)}: the file has too many nested or repeated values. Write each server once.");
        }

        return node switch
        {
            YamlMappingNode map => new FleetNode(key, LocationOf(map), null)
            {
                Children = [.. map.Children.Select(child => Convert(KeyOf(child.Key), child.Value, depth + 1) with { Location = LocationOf(child.Key) })],
            },
            YamlSequenceNode list => new FleetNode(key, LocationOf(list), null)
            {
                IsList = true,
                Children = [.. list.Children.Select((child, index) => Convert(index.ToString(CultureInfo.InvariantCulture), child, depth + 1))],
            },
            YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" } => new FleetNode(key, LocationOf(node), null),
            _ => new FleetNode(key, LocationOf(node), ((YamlScalarNode)node).Value),
        };
    }

    private string KeyOf(YamlNode key) => key is YamlScalarNode { Value: { } text }
        ? text
        : throw Invalid(_name, $"{LocationOf(key)}: a key is not text. Write a key and a colon.");

    private string LocationOf(YamlNode node) => string.Create(CultureInfo.InvariantCulture, $"{_name}:{node.Start.Line}");

    private static InvalidFleetException Invalid(string name, string problem, Exception? innerException = null) => new(name, [problem], innerException);
}
