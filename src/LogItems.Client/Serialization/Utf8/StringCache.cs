using System.Text;

namespace LogItems.Serialization.Utf8;

/// <summary>Strings of one body that were read before, so that what repeats costs nothing twice.</summary>
/// <remarks>A place for each hash and the last string in each place: nothing to clean up, and bounded.</remarks>
internal sealed class StringCache
{
    private const int Places = 256;

    /// <summary>What is longer is unlikely to repeat.</summary>
    private const int Longest = 256;

    private readonly string?[] _strings = new string?[Places];

    /// <summary>The text that some UTF-8 without escapes spells.</summary>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest)
        {
            return Utf8Text.Decode(utf8);
        }

        ref var place = ref _strings[Hash(utf8) % Places];
        if (place is null || !Ascii.Equals(utf8, place))
        {
            place = Utf8Text.Decode(utf8);
        }

        return place;
    }

    /// <summary>Made of the length and the ends: links differ at the end, relations are short.</summary>
    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = (uint)utf8.Length;
        foreach (var one in utf8[..Math.Min(utf8.Length, 4)])
        {
            hash = (hash * 31) + one;
        }

        foreach (var one in utf8[Math.Max(utf8.Length - 8, 0)..])
        {
            hash = (hash * 31) + one;
        }

        return hash;
    }
}
