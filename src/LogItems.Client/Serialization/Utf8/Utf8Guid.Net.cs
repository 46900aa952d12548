using System.Buffers.Binary;
using System.Runtime.Intrinsics;

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
        if (utf8.Length != Length || utf8[8] != '-' || utf8[13] != '-' || utf8[18] != '-' || utf8[23] != '-')
        {
            return false;
        }

        // All 32 digits in one vector, without the hyphens.
        var first = Vector128.Create(Eight(utf8), Four(utf8[9..]) | ((ulong)Four(utf8[14..]) << 32)).AsByte();
        var second = Vector128.Create(Four(utf8[19..]) | ((ulong)Four(utf8[24..]) << 32), Eight(utf8[28..])).AsByte();
        if (!TryDigits(first, out var firstHalf) || !TryDigits(second, out var secondHalf))
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[16];
        Vector128.Narrow(firstHalf, secondHalf).CopyTo(bytes);
        id = new Guid(bytes, bigEndian: true);
        return true;
    }

    /// <summary>Determines whether an identifier is in .NET's format (lowercase).</summary>
    public static bool IsLowerCase(ReadOnlySpan<byte> utf8) => utf8.IndexOfAnyInRange((byte)'A', (byte)'F') < 0;

    /// <summary>The values of 16 hexadecimal digits, two in each element.</summary>
    private static bool TryDigits(Vector128<byte> text, out Vector128<ushort> pairs)
    {
        var decimals = text - Vector128.Create((byte)'0');
        var letters = (text | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a');
        var areDecimals = Vector128.LessThanOrEqual(decimals, Vector128.Create((byte)9));
        var areLetters = Vector128.LessThanOrEqual(letters, Vector128.Create((byte)5));
        var values = Vector128.ConditionalSelect(areDecimals, decimals, letters + Vector128.Create((byte)10)).AsUInt16();

        // In memory the first digit of a pair, the more significant one, is the low byte.
        pairs = ((values << 4) | (values >> 8)) & Vector128.Create((ushort)0xFF);
        return (areDecimals | areLetters) == Vector128<byte>.AllBitsSet;
    }

    private static ulong Eight(ReadOnlySpan<byte> utf8) => BinaryPrimitives.ReadUInt64LittleEndian(utf8);

    private static uint Four(ReadOnlySpan<byte> utf8) => BinaryPrimitives.ReadUInt32LittleEndian(utf8);
}
