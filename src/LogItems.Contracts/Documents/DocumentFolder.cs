namespace LogItems.Contracts.Documents;

/// <summary>The folder in which a document may name files.</summary>
internal sealed class DocumentFolder
{
    private readonly string _start;
    private readonly int _maxLength;

    /// <param name="document">The name of the document; relative paths start from its folder.</param>
    /// <param name="options">The root folder, if it is not the document's, and the limit of a file's length.</param>
    public DocumentFolder(string document, ContractLoadOptions options)
    {
        var folder = Path.GetDirectoryName(document) is { Length: > 0 } own ? own : ".";
        _start = RealPath.Of(folder);
        Root = options.RootFolder is { Length: > 0 } root ? RealPath.Of(root) : _start;
        _maxLength = options.MaxLength;
    }

    /// <summary>The folder that is never left, with links resolved.</summary>
    public string Root { get; }

    /// <summary>Determines whether an address is not that of a file.</summary>
    public static bool IsOnTheWeb(string address) =>
        address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The path of a file, with links resolved.</summary>
    /// <param name="name">What the document writes.</param>
    /// <param name="from">The file that it is written in; null for the document.</param>
    /// <param name="asked">Where it is written.</param>
    /// <exception cref="ContractLoadException">It is outside the folder.</exception>
    public string Find(string name, string? from, Location asked)
    {
        try
        {
            var path = Path.GetFullPath(name, from is null ? _start : Path.GetDirectoryName(from)!);
            // Before links are resolved, so that nothing outside is accessed.
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
            asked, $"'{NodeText.Shorten(name)}' leads out of the folder '{Root}'.", "Move the file into that folder, or specify a wider one with --root.");
    }

    /// <summary>Reads a file that <see cref="Find"/> found.</summary>
    /// <exception cref="ContractLoadException">It cannot be read, is too large, or is not YAML or JSON.</exception>
    public ContractNode Read(string path, Location asked, CancellationToken cancellationToken = default)
    {
        var name = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        var text = InputFile.ReadText(path, asked, _maxLength, cancellationToken);
        return NodeReader.Read(text, name, cancellationToken);
    }

    /// <summary>Reads the body that an example names by <c>externalValue</c>.</summary>
    /// <exception cref="ContractLoadException">It is outside the folder, cannot be read, is too large, or is not YAML or JSON.</exception>
    public ContractNode ReadExample(ContractScalar externalValue, CancellationToken cancellationToken = default) =>
        Read(Find(externalValue.Text, null, externalValue.Location), externalValue.Location, cancellationToken);
}
