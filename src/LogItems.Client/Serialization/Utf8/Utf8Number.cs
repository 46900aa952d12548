using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace LogItems.Serialization.Utf8;

/// <summary>Parses numbers as Newtonsoft.Json does without a given type.</summary>
internal static class Utf8Number
{
    /// <summary>The maximum length of an integer that Newtonsoft.Json reads, in characters.</summary>
    private const int MaxLength = 380;

    /// <summary>A <see cref="long"/> or <see cref="BigInteger"/> if it is written as an integer, else a <see cref="double"/>.</summary>
    /// <exception cref="JsonException">The number is an integer of more than 380 characters.</exception>
    public static object Read(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.ASCII.GetString(utf8);
        if (utf8.IndexOfAny((byte)'.', (byte)'e', (byte)'E') >= 0)
        {
            return double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        return text.Length <= MaxLength
            ? BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : throw new JsonException($"A number of {text.Length} digits is too long to be read.");
    }
}
