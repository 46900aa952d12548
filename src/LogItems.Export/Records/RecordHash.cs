using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace LogItems.Export.Records;

/// <summary>Hashes that are the same in every process: they are stored, so their definition never changes.</summary>
internal static class RecordHash
{
    /// <summary>A number that changes with an item's level, text, start or end.</summary>
    public static ulong VersionOf(LogItem item)
    {
        Span<long> numbers = [item.Usn, (long)item.Level, Ticks(item.StartedAt), Ticks(item.EndedAt)];
        var hash = XxHash3.HashToUInt64(MemoryMarshal.AsBytes(numbers));
        return XxHash3.HashToUInt64(MemoryMarshal.AsBytes(item.Text.AsSpan()), (long)hash);
    }

    /// <summary>A number that changes with a session's state, start, end or details.</summary>
    public static ulong VersionOf(JobSession session)
    {
        Span<long> numbers = [Ticks(session.StartedAt), Ticks(session.EndedAt)];
        var hash = XxHash3.HashToUInt64(MemoryMarshal.AsBytes(numbers));
        hash = XxHash3.HashToUInt64(MemoryMarshal.AsBytes((session.StatusText ?? "").AsSpan()), (long)hash);
        return XxHash3.HashToUInt64(MemoryMarshal.AsBytes((session.Details ?? "").AsSpan()), (long)hash);
    }

    /// <summary>A key for an item without a readable identifier, from values that do not change when the operation ends.</summary>
    public static Guid KeyOf(LogItem item)
    {
        Span<long> numbers = [item.Usn, Ticks(item.StartedAt)];
        var sent = item.Issues.FirstOrDefault(issue => issue.Property == "id")?.Value?.ToString() ?? "";
        return ToGuid(XxHash3.HashToUInt64(MemoryMarshal.AsBytes(sent.AsSpan()), (long)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(numbers))), 0);
    }

    /// <summary>A key for the second, third … item with the same key.</summary>
    public static Guid KeyOf(Guid key, int occurrence)
    {
        Span<byte> bytes = stackalloc byte[16];
        key.TryWriteBytes(bytes);
        return ToGuid(XxHash3.HashToUInt64(bytes, occurrence), (ulong)occurrence);
    }

    /// <summary>A UUID of version 8 (RFC 9562): the sixteen bytes, except for the six bits that identify it.</summary>
    private static Guid ToGuid(ulong first, ulong second)
    {
        Span<ulong> numbers = [first, XxHash3.HashToUInt64(BitConverter.GetBytes(second), (long)first)];
        var bytes = MemoryMarshal.AsBytes(numbers);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static long Ticks(DateTimeOffset? time) => time?.UtcTicks ?? 0;
}
