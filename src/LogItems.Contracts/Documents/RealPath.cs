namespace LogItems.Contracts.Documents;

/// <summary>Paths with their symbolic links resolved.</summary>
internal static class RealPath
{
    private const int MaxLinks = 40;

    /// <summary>The full path with every link followed; nonexistent parts are kept unchanged.</summary>
    /// <exception cref="IOException">The links form a cycle.</exception>
    public static string Of(string path) => Of(Path.GetFullPath(path), links: 0);

    /// <summary>Determines whether a path is a folder or inside it; both without links.</summary>
    public static bool IsWithin(string folder, string path) =>
        path == folder || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string Of(string path, int links)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            real = new FileInfo(next).LinkTarget is not { } target ? next
                : links < MaxLinks ? Of(Path.GetFullPath(target, real), links + 1)
                : throw new IOException($"'{path}' has more than {MaxLinks} symbolic links in it.");
        }

        return real;
    }
}
