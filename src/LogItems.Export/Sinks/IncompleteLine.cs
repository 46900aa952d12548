namespace LogItems.Export.Sinks;

/// <summary>Removes an incomplete last line of a file.</summary>
internal static class IncompleteLine
{
    private const int BlockSize = 64 * 1024;

    /// <summary>Truncates a file after its last line feed; a file that another process is writing is left unchanged.</summary>
    public static void Remove(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            var end = EndOfLastLine(file);
            if (end < file.Length)
            {
                file.SetLength(end);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The file is open in another process, or read-only.
        }
    }

    private static long EndOfLastLine(FileStream file)
    {
        var block = new byte[BlockSize];
        for (var end = file.Length; end > 0; end -= BlockSize)
        {
            var start = Math.Max(0, end - BlockSize);
            file.Position = start;
            file.ReadExactly(block, 0, (int)(end - start));
            var index = block.AsSpan(0, (int)(end - start)).LastIndexOf((byte)'\n');
            if (index >= 0)
            {
                return start + index + 1;
            }
        }

        return 0;
    }
}
