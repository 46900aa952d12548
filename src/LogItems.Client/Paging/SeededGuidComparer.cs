using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace LogItems.Paging;

/// <summary>
/// Hashes identifiers with keys that are drawn anew for each process, so that a server cannot choose identifiers that collide.
/// </summary>
/// <remarks>Pair-multiply-shift (Dietzfelbinger and others), which is strongly universal in its upper 32 bits.</remarks>
internal sealed class SeededGuidComparer : IEqualityComparer<Guid>
{
    private static readonly ulong[] Keys = CreateKeys();

    public static SeededGuidComparer Instance { get; } = new();

    /// <summary>32 well-spread bits.</summary>
    public static uint Hash(Guid id)
    {
        Span<Guid> one = [id];
        var words = MemoryMarshal.Cast<Guid, uint>(one);
        return (uint)(unchecked(Keys[4] + ((Keys[0] + words[0]) * (Keys[1] + words[1])) + ((Keys[2] + words[2]) * (Keys[3] + words[3]))) >> 32);
    }

    public bool Equals(Guid x, Guid y) => x == y;

    public int GetHashCode(Guid obj) => unchecked((int)Hash(obj));

    private static ulong[] CreateKeys()
    {
        var bytes = new byte[5 * sizeof(ulong)];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return MemoryMarshal.Cast<byte, ulong>(bytes).ToArray();
    }
}
