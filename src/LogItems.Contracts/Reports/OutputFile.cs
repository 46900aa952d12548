using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Reports;

/// <summary>A file that is written beside its target, and replaces it when it is complete.</summary>
public sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string _draft;

    private OutputFile(string path)
    {
        this._path = path;
        _draft = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}");
        try
        {
            Stream = new FileStream(_draft, FileMode.CreateNew, FileAccess.Write);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var found = exception is DirectoryNotFoundException ? "there is no such folder" : "its folder cannot be written to";
            throw new IOException($"Cannot write '{path}': {found}. Check the path and the permission to write there.", exception);
        }
    }

    /// <summary>The stream to write to.</summary>
    public Stream Stream { get; }

    /// <summary>Creates a file.</summary>
    /// <exception cref="IOException">The file cannot be written, is a link out of its folder, or is not a regular file.</exception>
    public static OutputFile Create(string path) => new(PathOf(path));

    /// <summary>Resolves the links of a path to the file that is written.</summary>
    /// <exception cref="IOException">The path is a link out of its folder, or is not a regular file.</exception>
    public static string PathOf(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var real = RealPath.Of(path);
        return !RealPath.IsWithin(RealPath.Of(Path.GetDirectoryName(Path.GetFullPath(path)) ?? path), real)
                ? throw new IOException($"Cannot write '{path}': it is a link out of its folder, to '{real}'. Specify the file itself.")
            : !FileKind.IsRegular(real) ? throw new IOException($"Cannot write '{path}': it is not a regular file. Specify a file.")
            : real;
    }

    /// <summary>Moves the file to its target, atomically replacing an existing file.</summary>
    public void Complete()
    {
        Stream.Dispose();
        if (!OperatingSystem.IsWindows() && File.Exists(_path))
        {
            File.SetUnixFileMode(_draft, File.GetUnixFileMode(_path));
        }

        File.Move(_draft, _path, overwrite: true);
    }

    /// <summary>Closes the file; an incomplete one is deleted.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        File.Delete(_draft);
    }
}
