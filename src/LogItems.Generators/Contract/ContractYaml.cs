using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LogItems.Generators;

/// <summary>The contract as a tree of YAML nodes.</summary>
internal sealed class ContractYaml
{
    private ContractYaml(YamlMappingNode root) => Root = root;

    public YamlMappingNode Root { get; }

    /// <exception cref="YamlException">The text is not YAML, or not an object.</exception>
    public static ContractYaml Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents.Count > 0 && stream.Documents[0].RootNode is YamlMappingNode root
            ? new ContractYaml(root)
            : throw new YamlException("the document is not an object");
    }

    /// <summary>Resolves a reference; any other object is returned as is.</summary>
    /// <exception cref="YamlException">A reference cannot be resolved, or the node is not an object.</exception>
    public YamlMappingNode Resolve(YamlNode node)
    {
        for (var steps = 0; steps < 100; steps++)
        {
            if (node is not YamlMappingNode map)
            {
                throw new YamlException(node.Start, node.End, $"'{node}' is not an object");
            }

            if (map.Text("$ref") is not { } reference)
            {
                return map;
            }

            node = (reference.StartsWith("#/", StringComparison.Ordinal) ? Root.Map([.. reference.Substring(2).Split('/').Select(Unescape)]) : null)
                ?? throw new YamlException(map.Start, map.End, $"the reference {reference} has no target");
        }

        throw new YamlException(node.Start, node.End, "a chain of references does not end");
    }

    private static string Unescape(string token) => token.Replace("~1", "/").Replace("~0", "~");
}
