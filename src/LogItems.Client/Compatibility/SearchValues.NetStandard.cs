namespace System.Buffers;

/// <summary>Creates sets of bytes to search for.</summary>
[Microsoft.CodeAnalysis.Embedded]
internal static class SearchValues
{
    public static SearchValues<byte> Create(ReadOnlySpan<byte> values)
    {
        var set = new SearchValues<byte>();
        foreach (var value in values)
        {
            set.Contains[value] = true;
        }

        return set;
    }

    /// <summary>The index of the first of the bytes; -1 if there is none.</summary>
    public static int IndexOfAny(this ReadOnlySpan<byte> bytes, SearchValues<byte> values)
    {
        var contains = values.Contains;
        for (var at = 0; at < bytes.Length; at++)
        {
            if (contains[bytes[at]])
            {
                return at;
            }
        }

        return -1;
    }
}
