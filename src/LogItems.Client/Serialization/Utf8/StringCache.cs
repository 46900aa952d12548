using System.Text;

namespace LogItems.Serialization.Utf8;

/// <summary>A cache of the strings of one body, so that repeated strings are allocated once.</summary>
/// <remarks>It has a slot for each hash with the last string in it, so it is bounded and needs no cleanup.</remarks>
internal sealed class StringCache
{
    private const int Slots = 256;

    /// <summary>The maximum length of a cached string; longer ones are unlikely to repeat.</summary>
    private const int MaxLength = 256;

    private readonly string?[] _strings = new string?[Slots];

    /// <summary>The string for UTF-8 bytes without escapes.</summary>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxLength)
        {
            return Utf8Text.Decode(utf8);
        }

        ref var slot = ref _strings[Hash(utf8) % Slots];
        if (slot is null || !Ascii.Equals(utf8, slot))
        {
            slot = Utf8Text.Decode(utf8);
        }

        return slot;
    }

    /// <summary>The hash is computed from the length and both ends: links differ at the end, relations are short.</summary>
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
