using System.Globalization;

namespace LogItems.Models.Texts;

/// <summary>Reads the statistics that v2 prints as text: <c>832.4 KB/s (52 items/s)</c>, <c>38.1 MB/s</c>, <c>0 B</c>.</summary>
/// <remarks>
/// The units are binary (1 KB is 1,024 bytes), as in the product. A server formats in its own culture, so either a point or a comma
/// may be the decimal separator; a single separator with three digits behind it could also separate thousands, so it is not parsed.
/// </remarks>
internal static class AmountText
{
    private const string PerSecond = "/s";
    private const string ItemsPerSecond = " items/s)";
    private const decimal UnitStep = 1024;

    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB", "PB"];

    /// <summary>The bytes of an amount; null if the text is not an amount.</summary>
    public static long? Bytes(string? text)
    {
        if (text is null || text.IndexOf(' ') is not (> 0 and var space))
        {
            return null;
        }

        var power = Array.FindIndex(Units, unit => unit.Equals(text.Substring(space + 1), StringComparison.OrdinalIgnoreCase));
        return power >= 0 && Number(text.Substring(0, space)) is { } amount ? Scaled(amount, power) : null;
    }

    /// <summary>The bytes per second of a rate, which may be followed by the items in parentheses; null if the text is not a rate.</summary>
    public static long? BytesPerSecond(string? text)
    {
        var rate = text is null || text.IndexOf(" (", StringComparison.Ordinal) is not (>= 0 and var bracket) ? text : text.Substring(0, bracket);
        return rate is not null && rate.EndsWith(PerSecond, StringComparison.OrdinalIgnoreCase)
            ? Bytes(rate.Substring(0, rate.Length - PerSecond.Length))
            : null;
    }

    /// <summary>The items per second that follow a rate in parentheses; null if there are none.</summary>
    public static long? ItemsPerSecondOf(string? text)
    {
        if (text is null || text.IndexOf(" (", StringComparison.Ordinal) is not (>= 0 and var bracket)
            || !text.EndsWith(ItemsPerSecond, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var begin = bracket + 2;
        var length = text.Length - ItemsPerSecond.Length - begin;
        return length > 0 && Number(text.Substring(begin, length)) is { } items ? Scaled(items, 0) : null;
    }

    private static long? Scaled(decimal amount, int power)
    {
        for (; power > 0; power--)
        {
            amount *= UnitStep;
        }

        var rounded = decimal.Round(amount, MidpointRounding.AwayFromZero);
        return rounded <= long.MaxValue ? (long)rounded : null;
    }

    /// <summary>A number with at most 15 digits before the decimal separator, with any culture's separators.</summary>
    private static decimal? Number(string text)
    {
        const int MaxDigits = 15;
        var separator = text.LastIndexOfAny(['.', ',']);
        var (whole, decimals) = separator < 0 ? (text, "") : (text.Substring(0, separator), text.Substring(separator + 1));
        if (separator >= 0 && decimals.Length is 0 or > 2)
        {
            return null;
        }

        var groups = whole.Split(separator >= 0 && text[separator] == ',' ? '.' : ',');
        for (var group = 1; group < groups.Length; group++)
        {
            if (groups[group].Length != 3)
            {
                return null;
            }
        }

        // Without decimals a single separator would be ambiguous.
        var digits = separator < 0 ? whole : string.Concat(groups);
        return digits.Length is > 0 and <= MaxDigits && IsDigits(digits) && IsDigits(decimals)
            ? decimal.Parse($"{digits}.{decimals}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
            : null;
    }

    private static bool IsDigits(string text)
    {
        foreach (var letter in text)
        {
            if (letter is < '0' or > '9')
            {
                return false;
            }
        }

        return true;
    }
}
