using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LogItems.Monitoring;

/// <summary>A range of values of the Monitoring Plugins guidelines; a value outside it raises an alert.</summary>
/// <remarks>
/// <c>10</c> is 0 to 10, <c>10:</c> at least 10, <c>~:10</c> at most 10, <c>10:20</c> between them, and <c>@10:20</c> raises an alert inside the range instead.
/// </remarks>
public sealed record CheckRange
{
    private CheckRange(string text, double start, double end, bool isInside) => (Text, Start, End, IsInside) = (text, start, end, isInside);

    /// <summary>The range as it was written.</summary>
    public string Text { get; }

    private double Start { get; }

    private double End { get; }

    private bool IsInside { get; }

    /// <summary>Reads a range.</summary>
    /// <param name="text">The range, such as <c>10</c>, <c>10:</c>, <c>~:10</c>, <c>10:20</c> or <c>@10:20</c>.</param>
    /// <param name="range">The range; null if the text is not one.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CheckRange? range)
    {
        range = null;
        var isInside = text is ['@', ..];
        var bounds = (isInside ? text![1..] : text ?? "").Split(':');
        var (from, to) = bounds.Length switch
        {
            1 => ("0", bounds[0]),
            2 => (bounds[0], bounds[1]),
            _ => ("", ""),
        };
        var start = from == "~" ? double.NegativeInfinity : Number(from.Length == 0 && bounds.Length == 2 ? "0" : from);
        var end = to.Length == 0 && bounds.Length == 2 ? double.PositiveInfinity : Number(to);
        if (double.IsNaN(start) || double.IsNaN(end) || start > end)
        {
            return false;
        }

        range = new CheckRange(text!, start, end, isInside);
        return true;
    }

    /// <summary>Determines whether a value raises an alert.</summary>
    public bool IsAlert(double value) => (value >= Start && value <= End) == IsInside;

    /// <summary>Returns the range as it was written.</summary>
    public override string ToString() => Text;

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : double.NaN;
}
