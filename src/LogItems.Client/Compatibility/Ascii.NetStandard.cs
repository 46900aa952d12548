namespace System.Text;

[Microsoft.CodeAnalysis.Embedded]
internal static class Ascii
{
    /// <summary>Determines whether bytes are the ASCII encoding of a text.</summary>
    public static bool Equals(ReadOnlySpan<byte> left, string right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var at = 0; at < left.Length; at++)
        {
            if (left[at] != right[at] || left[at] > 0x7F)
            {
                return false;
            }
        }

        return true;
    }
}
