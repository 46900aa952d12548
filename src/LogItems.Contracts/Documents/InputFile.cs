namespace LogItems.Contracts.Documents;

/// <summary>Opens a file, or says in a sentence why it cannot be opened.</summary>
internal static class ContractFile
{
    public static StreamReader Open(string path, Location asked)
    {
        try
        {
            return new StreamReader(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException)
        {
            var found = exception is FileNotFoundException or DirectoryNotFoundException
                ? $"there is no file '{path}'."
                : $"the file '{path}' cannot be opened.";
            throw new ContractLoadException(asked, found, "Check the path and the right to read it.", exception);
        }
    }
}
