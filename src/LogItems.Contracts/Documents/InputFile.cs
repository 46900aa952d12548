using System.Globalization;

namespace LogItems.Contracts.Documents;

/// <summary>Opens input files: regular files only, because a device or a pipe can block its reader indefinitely, and none that
/// are too large.</summary>
internal static class InputFile
{
    // A character takes at most four bytes.
    private const long BytesPerCharacter = 4;

    /// <summary>Reads text of at most a number of characters.</summary>
    /// <exception cref="ContractLoadException">The file cannot be read or is too large.</exception>
    public static string ReadText(string path, Location asked, int maxLength, CancellationToken cancellationToken = default)
    {
        using var reader = new StreamReader(Open(path, asked, BytesPerCharacter * maxLength));
        return BoundedText.Read(reader, path, maxLength, cancellationToken);
    }

    /// <summary>Opens a file of at most a number of bytes.</summary>
    /// <exception cref="ContractLoadException">The file cannot be opened, is not a regular file or is too large.</exception>
    public static FileStream Open(string path, Location asked, long maxBytes)
    {
        try
        {
            var stream = FileKind.IsRegular(path) ? File.OpenRead(path) : null;
            if (stream?.CanSeek != true)
            {
                stream?.Dispose();
                throw new ContractLoadException(asked, $"'{path}' is not a regular file.", "Specify a file, or pipe the text into standard input.");
            }

            if (stream.Length > maxBytes)
            {
                stream.Dispose();
                throw new ContractLoadException(
                    asked, string.Create(CultureInfo.InvariantCulture, $"the file '{path}' is larger than {maxBytes:N0} bytes."), BoundedText.Remedy);
            }

            return stream;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException)
        {
            var found = exception is FileNotFoundException or DirectoryNotFoundException
                ? $"there is no file '{path}'."
                : $"the file '{path}' cannot be opened.";
            throw new ContractLoadException(asked, found, "Check the path and the permission to read it.", exception);
        }
    }
}
