namespace LogItems.Cli.Profiles;

/// <summary>A file that only its owner can read and write, and that is replaced as a whole.</summary>
internal sealed class PrivateFile(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode WritableByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>The path as specified; links are followed.</summary>
    public string Path => path;

    /// <summary>Reads the file; null if it does not exist.</summary>
    /// <exception cref="InvalidDataException">Other users can write to the file or its folder.</exception>
    public byte[]? Read()
    {
        try
        {
            RejectWritableByOthers();
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes a temporary file beside the target, and then replaces the target.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(ReadOnlySpan<byte> content)
    {
        var file = Target();
        var folder = System.IO.Path.GetDirectoryName(file)!;
        CreateFolder(folder);
        var draft = System.IO.Path.Combine(folder, $".{System.IO.Path.GetFileName(file)}.{System.IO.Path.GetRandomFileName()}");
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnly;
            }

            using (var stream = new FileStream(draft, options))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(draft, file, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Rejects a file that other users can write to or replace: they could specify another server, or a command to run.</summary>
    private void RejectWritableByOthers()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var file = Target();
        foreach (var entry in new[] { System.IO.Path.GetDirectoryName(file)!, file })
        {
            if ((File.GetUnixFileMode(entry) & WritableByOthers) != 0)
            {
                throw new InvalidDataException($"{path} is not read, because other users can write to '{entry}'. Run: chmod go-w '{entry}'");
            }
        }
    }

    /// <summary>The actual file if the path is a link.</summary>
    private string Target() => File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
}
