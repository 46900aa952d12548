namespace LogItems.Contracts;

public sealed partial class ContractDocument
{
    /// <summary>Loads a YAML or JSON file.</summary>
    /// <exception cref="ContractLoadException">The file cannot be read, is not YAML or JSON, is not OpenAPI 3.0, or holds a
    /// reference that is not local or leads nowhere.</exception>
    public static ContractDocument Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var reader = ContractFile.Open(path, new Location("", 0, 0, path));
        return Load(reader, path);
    }

    /// <summary>Loads YAML or JSON text.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="name">The name of the text in findings, and the path that relative files are sought from.</param>
    /// <exception cref="ContractLoadException">The text is not YAML or JSON, is not OpenAPI 3.0, or holds a reference that is
    /// not local or leads nowhere.</exception>
    public static ContractDocument Load(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(name);
        var node = new NodeReader(name).Read(reader);
        var document = new ContractDocument(OpenApiRoot.Require(node), name);
        ReferenceCheck.Require(document);
        return document;
    }
}
