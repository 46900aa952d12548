using System.Buffers.Text;

namespace LogItems.Serialization.Utf8;

/// <summary>Parses identifiers as the service sends them: 32 hexadecimal digits in five groups.</summary>
internal static class Utf8Guid
{
    /// <summary>The length of an identifier on the wire, in bytes.</summary>
    public const int Length = 36;

    /// <summary>Parses the usual format; a text that it does not parse may still be an identifier.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out Guid id)
    {
        id = default;
        return utf8.Length == Length && Utf8Parser.TryParse(utf8, out id, out var consumed, 'D') && consumed == Length;
    }

    /// <summary>Determines whether an identifier is in .NET's format (lowercase).</summary>
    public static bool IsLowerCase(ReadOnlySpan<byte> utf8)
    {
        foreach (var one in utf8)
        {
            if (one is >= (byte)'A' and <= (byte)'F')
            {
                return false;
            }
        }

        return true;
    }
}
