using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

/// <summary>The XML representation of a value: its kind of node and its name.</summary>
/// <param name="NodeType">The kind of node, in the terms of OpenAPI 3.2.</param>
/// <param name="Name">The name, with its prefix; null for the name of the property or component.</param>
/// <param name="Namespace">The namespace; null for none.</param>
internal sealed record XmlForm(string NodeType, string? Name, string? Namespace)
{
    public static XmlForm Of(SchemaShape shape)
    {
        var xml = shape["xml"] as ContractMap;
        // Before OpenAPI 3.2, two flags determined the kind of node.
        var nodeType = xml?.TextOf("nodeType")
            ?? (xml?.IsTrue("attribute") == true ? "attribute"
                : shape.Type == "array" && xml?.IsTrue("wrapped") != true ? "none"
                : "element");
        var prefix = xml?.TextOf("prefix") is { } text ? $"{text}:" : "";
        return new XmlForm(nodeType, xml?.TextOf("name") is { } name ? prefix + name : prefix.Length > 0 ? prefix : null, xml?.TextOf("namespace"));
    }

    /// <summary>Returns the representation for messages.</summary>
    public override string ToString() =>
        string.Join(' ', new[] { NodeType == "none" ? "no node" : NodeType, Name, Namespace is null ? null : $"of {Namespace}" }.OfType<string>());
}
