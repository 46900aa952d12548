using System.Globalization;
using System.Numerics;

namespace LogItems.Contracts.Documents;

/// <summary>A lossless JSON number: a mantissa without trailing zeros times a power of ten.</summary>
internal readonly record struct ExactNumber : IComparable<ExactNumber>
{
    private readonly BigInteger _mantissa;
    private readonly BigInteger _exponent;

    private ExactNumber(BigInteger mantissa, BigInteger exponent)
    {
        this._mantissa = mantissa;
        this._exponent = mantissa.IsZero ? 0 : exponent;
    }

    private BigInteger Magnitude => Digits + _exponent;

    private int Digits => BigInteger.Abs(_mantissa).ToString(CultureInfo.InvariantCulture).Length;

    public static ExactNumber Of(long value) => Parse(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads a number in JSON's notation.</summary>
    public static ExactNumber Parse(string json)
    {
        var e = json.IndexOfAny(['e', 'E']);
        var significand = e < 0 ? json : json[..e];
        var exponent = e < 0 ? BigInteger.Zero : Integer(json[(e + 1)..]);

        var point = significand.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? significand : significand.Remove(point, 1);
        var trimmed = digits.TrimEnd('0');
        var fraction = point < 0 ? 0 : significand.Length - point - 1;
        var mantissa = trimmed is "" or "-" ? BigInteger.Zero : Integer(trimmed);
        return new ExactNumber(mantissa, exponent - fraction + (digits.Length - trimmed.Length));
    }

    public int CompareTo(ExactNumber other)
    {
        if (_mantissa.Sign != other._mantissa.Sign || _mantissa.IsZero)
        {
            return _mantissa.Sign.CompareTo(other._mantissa.Sign);
        }

        // Aligning the exponents is safe only once the magnitudes are known to be equal.
        var byMagnitude = Magnitude.CompareTo(other.Magnitude);
        if (byMagnitude != 0)
        {
            return byMagnitude * _mantissa.Sign;
        }

        var difference = (int)(_exponent - other._exponent);
        return difference >= 0
            ? (_mantissa * BigInteger.Pow(10, difference)).CompareTo(other._mantissa)
            : _mantissa.CompareTo(other._mantissa * BigInteger.Pow(10, -difference));
    }

    public bool IsMultipleOf(ExactNumber step)
    {
        if (_mantissa.IsZero || step._mantissa.IsZero)
        {
            return true;
        }

        var shift = _exponent - step._exponent;
        if (shift.Sign >= 0)
        {
            return (_mantissa * BigInteger.ModPow(10, shift, step._mantissa) % step._mantissa).IsZero;
        }

        // A multiple of the step times ten to the power of -shift has at least that many digits.
        return -shift <= Digits && (_mantissa % (step._mantissa * BigInteger.Pow(10, (int)-shift))).IsZero;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_mantissa}e{_exponent}");

    private static BigInteger Integer(string text) =>
        BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
