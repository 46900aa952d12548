namespace LogItems;

/// <summary>Identifiers as the service writes them: 32 hexadecimal digits in five groups.</summary>
internal static class Utf8Guid
{
    /// <summary>The length of an identifier on the wire, in bytes.</summary>
    public const int Length = 36;

    /// <summary>Reads the usual form; what it does not read may still be an identifier.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out Guid id)
    {
        id = default;
        if (utf8.Length != Length || utf8[8] != '-' || utf8[13] != '-' || utf8[18] != '-' || utf8[23] != '-')
        {
            return false;
        }

        Span<byte> digits = stackalloc byte[32];
        utf8[..8].CopyTo(digits);
        utf8[9..13].CopyTo(digits[8..]);
        utf8[14..18].CopyTo(digits[12..]);
        utf8[19..23].CopyTo(digits[16..]);
        utf8[24..].CopyTo(digits[20..]);

        Span<byte> bytes = stackalloc byte[16];
        if (Convert.FromHexString(digits, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        id = new Guid(bytes, bigEndian: true);
        return true;
    }
}
