using System.Buffers.Binary;

namespace LogItems.FakeServer.Synthetic;

/// <summary>The IDs of a session's items: the first 32 bits encode the index, so an item is found without a search.</summary>
internal sealed class SyntheticIds
{
    // Odd, and therefore invertible modulo 2^32; it spreads neighboring indexes over the whole range.
    private const uint Factor = 0x9E3779B1;
    private static readonly uint Inverse = InverseOf(Factor);

    private readonly ulong _high;
    private readonly ulong _low;

    public SyntheticIds(ref SyntheticRandom random)
    {
        _high = random.NextBits();
        _low = random.NextBits();
    }

    private uint Key => (uint)(_high >> 32);

    public Guid IdAt(int index)
    {
        var scattered = unchecked((uint)index * Factor) ^ Key;
        return ToGuid(((ulong)scattered << 32) | (uint)_high, _low);
    }

    public int IndexOf(Guid id, int count)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var index = unchecked((BinaryPrimitives.ReadUInt32BigEndian(bytes) ^ Key) * Inverse);
        return index < (uint)count && IdAt((int)index) == id ? (int)index : -1;
    }

    /// <summary>A well-formed version 4 UUID with these bits.</summary>
    public static Guid ToGuid(ulong high, ulong low)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (high & ~0xF000UL) | 0x4000UL);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (low & ~(3UL << 62)) | (2UL << 62));
        return new Guid(bytes, bigEndian: true);
    }

    private static uint InverseOf(uint odd)
    {
        // Newton's iteration doubles the number of correct bits: 3, 6, 12, 24, 48.
        var inverse = odd;
        for (var step = 0; step < 4; step++)
        {
            inverse = unchecked(inverse * (2 - (odd * inverse)));
        }

        return inverse;
    }
}
