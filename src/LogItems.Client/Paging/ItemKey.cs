using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using LogItems.Models;

namespace LogItems.Paging;

/// <summary>What an item is recognized by when it is read again: identifier, order number and time, none of which ever change.</summary>
/// <remarks>
/// 64 bits of a hash whose keys are drawn anew for each process, so that a server cannot choose items that collide: among a million items the
/// probability that any two do is below 1 in 10,000,000. Pair-multiply-shift (Dietzfelbinger and others), strongly universal in the upper 32
/// bits, twice.
/// </remarks>
internal static class ItemKey
{
    private const int Words = 8;

    /// <summary>The bits for order number and time; none of them where one of the two could not be read. All others are for the identifier.</summary>
    private const ulong Details = 0xFF_FFFF;

    private static readonly ulong[] Seeds = CreateSeeds();

    public static ulong Of<T>(T item)
        where T : ApiModel, IPaged
    {
        var (time, usn) = (item.CreationTime.UtcTicks, item.Usn);
        if (item.Id == Guid.Empty)
        {
            return Hash(UnreadableId(item), time, usn) | 1;
        }

        var key = Hash(item.Id, 0, 0) & ~Details;
        return usn == 0 || item.CreationTime == default ? key : key | (Hash(Guid.Empty, time, usn) & Details) | 1;
    }

    /// <summary>Determines whether two keys are of the same item: what could not be read of one of them is no difference.</summary>
    public static bool IsSame(ulong key, ulong other) =>
        key == other || ((key & ~Details) == (other & ~Details) && ((key & Details) == 0 || (other & Details) == 0));

    /// <summary>The key of the same item when it comes for the second time (1) or more often on one page: those are different items.</summary>
    public static ulong Repeated(ulong key, int times) => Hash(Guid.Empty, unchecked((long)key), ~(long)times) | 1;

    private static ulong Hash(Guid id, long time, long usn)
    {
        Span<Guid> one = [id];
        var words = MemoryMarshal.Cast<Guid, uint>(one);
        unchecked
        {
            return (Upper(0, words, time, usn) << 32) | Upper(Words + 1, words, time, usn);
        }
    }

    private static ulong Upper(int seed, Span<uint> id, long time, long usn)
    {
        unchecked
        {
            return (Seeds[seed + Words]
                + ((Seeds[seed] + id[0]) * (Seeds[seed + 1] + id[1]))
                + ((Seeds[seed + 2] + id[2]) * (Seeds[seed + 3] + id[3]))
                + ((Seeds[seed + 4] + (uint)time) * (Seeds[seed + 5] + (uint)(time >> 32)))
                + ((Seeds[seed + 6] + (uint)usn) * (Seeds[seed + 7] + (uint)(usn >> 32)))) >> 32;
        }
    }

    /// <summary>An identifier that is no GUID is taken as it was sent; where there is none, the text has to do if nothing else is there.</summary>
    private static Guid UnreadableId<T>(T item)
        where T : ApiModel, IPaged
    {
        if (item.Unreadable("id") is { } sent)
        {
            return ItemId.Of(Convert.ToString(sent, CultureInfo.InvariantCulture));
        }

        return item is LogItem { Usn: 0 } log && item.CreationTime == default ? ItemId.Of(log.Text) : Guid.Empty;
    }

    private static ulong[] CreateSeeds()
    {
        var bytes = new byte[2 * (Words + 1) * sizeof(ulong)];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return MemoryMarshal.Cast<byte, ulong>(bytes).ToArray();
    }
}
