namespace LogItems.Contracts.Documents;

/// <summary>The folder of the files that a document may refer to.</summary>
internal sealed class DocumentFolder
{
    private readonly string _start;
    private readonly int _maxLength;

    /// <param name="document">The name of the document; relative paths start from its folder.</param>
    /// <param name="options">The options: the root folder, if it is not the document's, and the maximum length of a file.</param>
    public DocumentFolder(string document, ContractLoadOptions options)
    {
        var folder = Path.GetDirectoryName(document) is { Length: > 0 } own ? own : ".";
        _start = RealPath.Of(folder);
        Root = options.RootFolder is { Length: > 0 } root ? RealPath.Of(root) : _start;
        _maxLength = options.MaxLength;
    }

    /// <summary>The folder that must contain all files, with links resolved.</summary>
    public string Root { get; }

    /// <summary>Determines whether an address is not that of a file.</summary>
    public static bool IsOnTheWeb(string address) =>
        address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The path of a file, with links resolved.</summary>
    /// <param name="name">The name in the document.</param>
    /// <param name="from">The file that contains the name; null for the document.</param>
    /// <param name="asked">The location of the name.</param>
    /// <exception cref="ContractLoadException">The file is outside the folder.</exception>
    public string Find(string name, string? from, Location asked)
    {
        try
        {
            var path = Path.GetFullPath(name, from is null ? _start : Path.GetDirectoryName(from)!);
            // Checked before links are resolved, so that nothing outside is accessed.
            if (RealPath.IsWithin(Root, path) && RealPath.Of(path) is var real && RealPath.IsWithin(Root, real))
            {
                return real;
            }
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ContractLoadException(asked, $"'{NodeText.Shorten(name)}' is not a path of a file.", "Correct the path.", exception);
        }

        throw new ContractLoadException(
            asked, $"'{NodeText.Shorten(name)}' is outside the folder '{Root}'.", "Move the file into that folder, or specify a wider one with --root.");
    }

    /// <summary>Reads a file that <see cref="Find"/> found.</summary>
    /// <exception cref="ContractLoadException">The file cannot be read, is too large, or is not YAML or JSON.</exception>
    public ContractNode Read(string path, Location asked, CancellationToken cancellationToken = default)
    {
        var name = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        var text = InputFile.ReadText(path, asked, _maxLength, cancellationToken);
        return NodeReader.Read(text, name, cancellationToken);
    }

    /// <summary>Reads the body that an example refers to by <c>externalValue</c>.</summary>
    /// <exception cref="ContractLoadException">The file is outside the folder, cannot be read, is too large, or is not YAML or JSON.</exception>
    public ContractNode ReadExample(ContractScalar externalValue, CancellationToken cancellationToken = default) =>
        Read(Find(externalValue.Text, null, externalValue.Location), externalValue.Location, cancellationToken);
}
