using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using LogItems.Models;

namespace LogItems.Paging;

/// <summary>The key that identifies an item when it is read again: identifier, order number and time, none of which ever changes.</summary>
/// <remarks>
/// The hashes use random seeds for each process, so that a server cannot choose items that collide: among a million items, the probability that any
/// two identifiers do is below 1 in 10,000,000. Pair-multiply-change (Dietzfelbinger and others), strongly universal in the upper 32 bits, twice.
/// </remarks>
/// <param name="Id">The hash of the identifier.</param>
/// <param name="Details">The hash of order number and time; 0 if the item does not have both, or one of them could not be read.</param>
internal readonly record struct ItemKey(ulong Id, uint Details)
{
    private const int Words = 8;

    private static readonly ulong[] Seeds = CreateSeeds();

    public static ItemKey Of<T>(T item)
        where T : ApiModel, IPaged
    {
        var (time, usn) = (item.CreationTime.UtcTicks, item.Usn);
        if (item.Id == Guid.Empty)
        {
            return new(Hash(UnreadableId(item), time, usn), 1);
        }

        return new(Hash(item.Id, 0, 0), usn == 0 || item.CreationTime == default ? 0 : (uint)Hash(Guid.Empty, time, usn) | 1);
    }

    /// <summary>Determines whether two keys belong to the same item: details that could not be read are not a difference.</summary>
    public bool IsSame(ItemKey other) => Id == other.Id && (Details == other.Details || Details == 0 || other.Details == 0);

    /// <summary>The key for the second (1) or a later occurrence of the same key on one page, which is a different item.</summary>
    public ItemKey Repeated(int times) => new(Hash(Guid.Empty, unchecked((long)Id), ((long)Details << 32) | (uint)times), 1);

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

    /// <summary>An identifier that is not a GUID is used as sent. If it is missing, the text is used for an item without any other key.</summary>
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
