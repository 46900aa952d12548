using System.Buffers.Binary;
using LogItems.Export.Records;

namespace LogItems.Export.Checkpoints;

/// <summary>The keys and versions of the items of an incomplete session, 24 bytes each, as stored in a checkpoint.</summary>
internal static class ExportedItems
{
    private const int Size = 24;

    public static void Write(List<byte> target, Guid key, ulong version)
    {
        Span<byte> bytes = stackalloc byte[Size];
        key.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], version);
        target.AddRange(bytes);
    }

    /// <summary>Reads parts in the order in which they were written; the last part of an item takes precedence.</summary>
    public static void Read(IEnumerable<byte[]> parts, ItemKeys keys)
    {
        foreach (var part in parts)
        {
            for (var offset = 0; offset + Size <= part.Length; offset += Size)
            {
                var item = part.AsSpan(offset, Size);
                keys.AddExported(new Guid(item[..16], bigEndian: true), BinaryPrimitives.ReadUInt64BigEndian(item[16..]));
            }
        }
    }
}
