namespace LogItems.Contracts.Documents;

public sealed partial class ContractDocument
{
    /// <summary>Loads a YAML or JSON file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels loading.</param>
    /// <exception cref="ContractLoadException">The file cannot be read, is not a regular file or is too large, is not YAML or JSON, is not
    /// OpenAPI of a supported version, or contains a reference that is not local or has no target.</exception>
    public static ContractDocument Load(string path, ContractLoadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new ContractLoadOptions();
        return Parse(InputFile.ReadText(path, new Location("", 0, 0, path), options.MaxLength, cancellationToken), path, options, cancellationToken);
    }

    /// <summary>Loads YAML or JSON text.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="name">The name of the text in findings, and the path that relative files are resolved from.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ContractLoadException">The text is too long, is not YAML or JSON, is not OpenAPI of a supported
    /// version, or contains a reference that is not local or has no target.</exception>
    public static ContractDocument Load(TextReader reader, string name, ContractLoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(name);
        options ??= new ContractLoadOptions();
        return Parse(BoundedText.Read(reader, name, options.MaxLength), name, options, CancellationToken.None);
    }

    internal static ContractDocument Parse(
        string text, string name, ContractLoadOptions options, CancellationToken cancellationToken, Uri? address = null)
    {
        var node = NodeReader.Read(text, name, cancellationToken);
        var folder = new DocumentFolder(name, options);

        // References that are resolved by a base address of the document come first; the others refer to files.
        var root = SchemaResources.WithLocalReferences(OpenApiRoot.Require(node));
        if (options.AllowRemote)
        {
            using var remote = new RemoteFiles(options, cancellationToken);
            root = ReferencedFiles.Include(root, address?.AbsoluteUri ?? name, folder, remote, cancellationToken);
        }
        else if (System.IO.File.Exists(name))
        {
            root = ReferencedFiles.Include(root, name, folder, remote: null, cancellationToken);
        }

        var document = new ContractDocument(root, name, folder);
        ReferenceCheck.Require(document);
        return document;
    }
}
