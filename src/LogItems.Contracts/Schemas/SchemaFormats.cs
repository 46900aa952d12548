using System.Globalization;
using System.Text.RegularExpressions;

namespace LogItems.Contracts.Schemas;

/// <summary>The string formats that are validated; any other format matches.</summary>
internal static partial class SchemaFormats
{
    private const int MinutesPerDay = 24 * 60;

    public static bool Fits(string format, string text) => format switch
    {
        "date-time" => IsDateTime(text),
        "date" => Date().Match(text) is { Success: true } match && IsDay(match),
        "uuid" => Uuid().IsMatch(text),
        _ => true,
    };

    private static bool IsDateTime(string text)
    {
        if (DateTime().Match(text) is not { Success: true } match || !IsDay(match))
        {
            return false;
        }

        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
        var (offsetHour, offsetMinute) = (Number(match, "offsetHour"), Number(match, "offsetMinute"));
        if (hour > 23 || minute > 59 || offsetHour > 23 || offsetMinute > 59)
        {
            return false;
        }

        var offset = ((offsetHour * 60) + offsetMinute) * (match.Groups["sign"].Value == "-" ? -1 : 1);
        return second < 60 || (second == 60 && IsLastMinuteOfDay((hour * 60) + minute - offset));
    }

    // Leap seconds are inserted at the end of a day in UTC.
    private static bool IsLastMinuteOfDay(int utcMinute) =>
        (utcMinute + MinutesPerDay) % MinutesPerDay == MinutesPerDay - 1;

    private static bool IsDay(Match match)
    {
        var (year, month, day) = (Number(match, "year"), Number(match, "month"), Number(match, "day"));
        // The year 0 is a leap year in RFC 3339's calendar, but does not exist in .NET's; 4 is a leap year in both.
        return month is >= 1 and <= 12 && day >= 1 && day <= System.DateTime.DaysInMonth(year == 0 ? 4 : year, month);
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } part ? int.Parse(part.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})[Tt](?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})"
        + @"(\.[0-9]+)?([Zz]|(?<sign>[-+])(?<offsetHour>[0-9]{2}):(?<offsetMinute>[0-9]{2}))\z")]
    private static partial Regex DateTime();

    [GeneratedRegex(@"^(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})\z")]
    private static partial Regex Date();

    [GeneratedRegex(@"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\z")]
    private static partial Regex Uuid();
}
