using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace LogItems.Export.Otlp.Mapping;

/// <summary>
/// Identifiers of traces, spans and records. They depend only on the exported data, so a record that is sent again has the same identifiers
/// as before: their definition never changes.
/// </summary>
internal static class OtlpIds
{
    /// <summary>The trace of a session: a hash of the server's name and the session's identifier.</summary>
    public static byte[] TraceOf(string server, Guid session)
    {
        var name = Encoding.UTF8.GetBytes(server);
        return Hash128([.. name, 0, .. session.ToByteArray(bigEndian: true)]);
    }

    /// <summary>The span of an item, or of the session itself with its own identifier as the key.</summary>
    public static ulong SpanOf(ReadOnlySpan<byte> trace, Guid key)
    {
        Span<byte> bytes = stackalloc byte[32];
        trace.CopyTo(bytes);
        key.TryWriteBytes(bytes[16..], bigEndian: true, out _);
        // A span identifier of zeros is invalid.
        return Math.Max(1, XxHash3.HashToUInt64(bytes));
    }

    /// <summary>The record identifier of an item in one state: a running item and the same item after its end are different records.</summary>
    public static Guid RecordOf(ReadOnlySpan<byte> trace, Guid key, ulong version)
    {
        Span<byte> bytes = stackalloc byte[40];
        trace.CopyTo(bytes);
        key.TryWriteBytes(bytes[16..], bigEndian: true, out _);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[32..], version);
        var hash = Hash128(bytes);
        // A UUID of version 8 (RFC 9562).
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }

    private static byte[] Hash128(ReadOnlySpan<byte> bytes)
    {
        var hash = XxHash128.Hash(bytes);
        // A trace identifier of zeros is invalid.
        hash[15] |= hash.AsSpan().ContainsAnyExcept((byte)0) ? (byte)0 : (byte)1;
        return hash;
    }
}
