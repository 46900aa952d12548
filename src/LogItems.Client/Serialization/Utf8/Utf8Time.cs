using System.Buffers.Binary;

namespace LogItems.Serialization.Utf8;

/// <summary>Parses times as the service sends them, in place. <see cref="WireTime"/> defines the formats.</summary>
internal static class Utf8Time
{
    /// <summary>The length of a time on the wire with all 7 fractional digits and an offset, in bytes.</summary>
    public const int UsualLength = 33;

    private const int WholeSeconds = 19;
    private const int MaxFractionDigits = 7;
    private const int MaxOffsetMinutes = 14 * 60;

    /// <summary>Parses the usual format, years 2 to 9998; a text that it does not parse may still be a time.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="before">The minute of the previous time; then, that of this one.</param>
    /// <param name="time">The time.</param>
    public static bool TryParse(ReadOnlySpan<byte> utf8, ref Minute before, out DateTimeOffset time)
    {
        time = default;
        if (utf8.Length < WholeSeconds || !TryMinute(utf8, ref before))
        {
            return false;
        }

        var check = 0;
        var second = Two(utf8, 17, ref check);
        var rest = utf8[WholeSeconds..];
        if (check < 0 || second > 59 || utf8[16] != ':' || !TryFraction(ref rest, out var fraction) || !TryOffset(rest, out var offset))
        {
            return false;
        }

        time = new DateTimeOffset(before.Ticks + (second * TimeSpan.TicksPerSecond) + fraction, new TimeSpan(offset * TimeSpan.TicksPerMinute));
        return true;
    }

    /// <summary>Parses date, hour and minute.</summary>
    private static bool TryMinute(ReadOnlySpan<byte> utf8, ref Minute before)
    {
        var text = (BinaryPrimitives.ReadUInt64LittleEndian(utf8), BinaryPrimitives.ReadUInt64LittleEndian(utf8[8..]));
        if (text == before.Text && before.Ticks > 0)
        {
            return true;
        }

        // Negative once a byte is not a digit.
        var check = 0;
        var year = (Two(utf8, 0, ref check) * 100) + Two(utf8, 2, ref check);
        var month = Two(utf8, 5, ref check);
        var day = Two(utf8, 8, ref check);
        var hour = Two(utf8, 11, ref check);
        var minute = Two(utf8, 14, ref check);
        if (utf8[4] != '-' || utf8[7] != '-' || utf8[10] != 'T' || utf8[13] != ':'
            || check < 0 || year is < 2 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59)
        {
            return false;
        }

        before.Text = text;
        before.Ticks = new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Unspecified).Ticks;
        return true;
    }

    /// <summary>Parses a fraction of 1 to 7 digits, if there is one.</summary>
    private static bool TryFraction(ref ReadOnlySpan<byte> rest, out int ticks)
    {
        ticks = 0;
        if (rest.IsEmpty || rest[0] != '.')
        {
            return true;
        }

        if (rest.Length > MaxFractionDigits && TrySeven(rest, out ticks))
        {
            rest = rest[(MaxFractionDigits + 1)..];
            return true;
        }

        ticks = 0;
        var at = 1;
        for (; at < rest.Length && char.IsAsciiDigit((char)rest[at]) && at <= MaxFractionDigits; at++)
        {
            ticks = (ticks * 10) + (rest[at] - '0');
        }

        var digits = at - 1;
        for (var missing = digits; missing < MaxFractionDigits; missing++)
        {
            ticks *= 10;
        }

        rest = rest[at..];
        return digits > 0;
    }

    /// <summary>Parses a point and seven digits in one operation: the point is replaced by a zero.</summary>
    private static bool TrySeven(ReadOnlySpan<byte> text, out int value)
    {
        // Each step combines neighbors: digits to pairs, pairs to fours, fours to eight.
        var digits = (BinaryPrimitives.ReadUInt64LittleEndian(text) & ~0xFFUL) - 0x3030_3030_3030_3000;
        var pairs = (digits * 10) + (digits >> 8);
        var fours = (pairs & 0x00FF_00FF_00FF_00FF) * 100 + ((pairs >> 16) & 0x00FF_00FF_00FF_00FF);
        value = (int)(((fours & 0xFFFF) * 10_000) + ((fours >> 32) & 0xFFFF));
        return (((digits + 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080) == 0;
    }

    /// <summary>Parses an offset: none, which means UTC, or <c>Z</c>, or hours and minutes.</summary>
    private static bool TryOffset(ReadOnlySpan<byte> rest, out int minutes)
    {
        minutes = 0;
        if (rest.IsEmpty || (rest.Length == 1 && rest[0] == 'Z'))
        {
            return true;
        }

        if (rest.Length != 6 || rest[0] is not ((byte)'+' or (byte)'-') || rest[3] != ':')
        {
            return false;
        }

        var check = 0;
        var hour = Two(rest, 1, ref check);
        var minute = Two(rest, 4, ref check);
        minutes = (hour * 60) + minute;
        if (check < 0 || minute > 59 || minutes > MaxOffsetMinutes)
        {
            return false;
        }

        minutes = rest[0] == '-' ? -minutes : minutes;
        return true;
    }

    private static int Two(ReadOnlySpan<byte> utf8, int at, ref int check)
    {
        var tens = utf8[at] - '0';
        var ones = utf8[at + 1] - '0';
        check |= tens | ones | (9 - tens) | (9 - ones);
        return (tens * 10) + ones;
    }
}
