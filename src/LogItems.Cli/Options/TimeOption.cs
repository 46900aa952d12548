using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace LogItems.Cli.Options;

/// <summary>A point in time, as ISO 8601, as a number of minutes, hours or days ago, or as the start of a day; null if it is absent.</summary>
internal sealed class TimeOption : Option<DateTimeOffset?>
{
    private readonly TimeProvider _time;

    public TimeOption(string name, string description, TimeProvider time)
        : base(name)
    {
        _time = time;
        HelpName = "TIME";
        Description
            = $"{description} 2026-11-20, 2026-11-20T22:00 (local time), 2026-11-20T22:00Z, a time before now (90m, 24h, 7d), or the start of a day "
            + "(today, yesterday).";
        CustomParser = Parse;
    }

    /// <summary>The time a given span before another, but not before the minimum.</summary>
    public static DateTimeOffset Before(DateTimeOffset time, TimeSpan span) =>
        Math.Min(time.UtcTicks, time.Ticks) > span.Ticks ? time - span : DateTimeOffset.MinValue;

    private DateTimeOffset? Parse(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (Day(text) is { } day)
        {
            return day;
        }

        if (SpanOption.TryParse(text, out var ago))
        {
            return _time.GetUtcNow() - ago;
        }

        if (text.Length > 4 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var time)
            && char.IsAsciiDigit(text[0])
            && text[4] == '-')
        {
            return time;
        }

        argument.AddError($"{Name} is '{text}'; use a time such as 2026-11-20T22:00Z, a time before now such as 24h or 7d, today or yesterday.");
        return null;
    }

    /// <summary>Midnight in the local time zone.</summary>
    private DateTimeOffset? Day(string text)
    {
        int? days = text.ToUpperInvariant() switch
        {
            "TODAY" => 0,
            "YESTERDAY" => -1,
            _ => null,
        };
        if (days is null)
        {
            return null;
        }

        var midnight = _time.GetLocalNow().Date.AddDays(days.Value);
        return new DateTimeOffset(midnight, _time.LocalTimeZone.GetUtcOffset(midnight));
    }
}
