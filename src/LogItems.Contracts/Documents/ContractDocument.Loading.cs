namespace LogItems.Contracts.Documents;

public sealed partial class ContractDocument
{
    /// <summary>Loads a YAML or JSON file.</summary>
    /// <exception cref="ContractLoadException">The file cannot be read, is too large, is not YAML or JSON, is not OpenAPI 3.0, or
    /// holds a reference that is not local or leads nowhere.</exception>
    public static ContractDocument Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var reader = ContractFile.Open(path, new Location("", 0, 0, path));
        return Load(reader, path);
    }

    /// <summary>Loads YAML or JSON text.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="name">The name of the text in findings, and the path that relative files are sought from.</param>
    /// <param name="options">What is accepted; null for the defaults.</param>
    /// <exception cref="ContractLoadException">The text is too long, is not YAML or JSON, is not OpenAPI of a version that is
    /// understood, or holds a reference that is not local or leads nowhere.</exception>
    public static ContractDocument Load(TextReader reader, string name, ContractLoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(name);
        options ??= new ContractLoadOptions();
        var text = BoundedText.Read(reader, name, options.MaxLength);
        var node = new NodeReader(name).Read(new StringReader(text));
        if (node is ContractMap map && System.IO.File.Exists(name))
        {
            node = ReferencedFiles.Include(map, name, options.MaxLength);
        }

        var document = new ContractDocument(OpenApiRoot.Require(node, options.AcceptsOpenApi31), name);
        ReferenceCheck.Require(document);
        return document;
    }
}
