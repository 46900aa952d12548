using System.CommandLine;
using System.Globalization;

namespace LogItems.Cli.Options;

/// <summary>A number of minutes, hours or days; null if it is absent.</summary>
internal sealed class SpanOption : Option<TimeSpan?>
{
    public SpanOption(string name, string description)
        : base(name)
    {
        HelpName = "TIME";
        Description = description;
        CustomParser = argument =>
        {
            var text = argument.Tokens[0].Value;
            if (TryParse(text, out var span) && span > TimeSpan.Zero)
            {
                return span;
            }

            argument.AddError($"{Name} is '{text}'; use a number of minutes, hours or days, such as 90m, 26h or 7d.");
            return null;
        };
    }

    /// <summary>Reads at most five digits and <c>m</c>, <c>h</c> or <c>d</c>.</summary>
    public static bool TryParse(string text, out TimeSpan span)
    {
        span = default;
        if (text.Length is < 2 or > 6 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        TimeSpan? read = text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'd' => TimeSpan.FromDays(number),
            _ => null,
        };
        span = read.GetValueOrDefault();
        return read is not null;
    }
}
