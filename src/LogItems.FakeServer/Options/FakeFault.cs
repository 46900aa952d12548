using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LogItems.FakeServer;

/// <summary>A fault to inject, and its rate.</summary>
/// <param name="Kind">The kind of the fault.</param>
/// <param name="Rate">The share of affected requests, 0 to 1.</param>
public sealed record FakeFault(FakeFaultKind Kind, double Rate)
{
    // In the order of the enum.
    private static readonly string[] Words =
        ["500", "503", "429", "reset", "truncate", "html502", "empty401", "slow", "garbage", "nulls"];

    /// <summary>The names of the kinds: <c>500</c>, <c>503</c>, <c>429</c>, <c>reset</c> and so on.</summary>
    public static IReadOnlyList<string> KindNames { get; } = Words.AsReadOnly();

    /// <summary>Reads <c>KIND:RATE</c>, for example <c>503:0.05</c>.</summary>
    /// <exception cref="FormatException">The format is invalid, the kind is unknown, or the rate is not between 0 and 1.</exception>
    public static FakeFault Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var fault)
            ? fault
            : throw new FormatException(
                $"'{text}' is not a fault; use KIND:RATE, for example 503:0.05, with a rate from 0 to 1 and one of these kinds: "
                + $"{string.Join(", ", Words)}.");
    }

    /// <summary>Reads <c>KIND:RATE</c>, for example <c>503:0.05</c>, if the text has that format.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out FakeFault? fault)
    {
        fault = null;
        if (text?.Split(':') is not [var word, var number])
        {
            return false;
        }

        var kind = Array.FindIndex(Words, known => string.Equals(known, word, StringComparison.OrdinalIgnoreCase));
        if (kind < 0
            || !double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate)
            || rate is not (>= 0 and <= 1))
        {
            return false;
        }

        fault = new FakeFault((FakeFaultKind)kind, rate);
        return true;
    }

    /// <summary>Returns the fault in the format that <see cref="Parse"/> reads.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Words[(int)Kind]}:{Rate:0.################}");
}
