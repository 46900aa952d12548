using System.IO.Compression;

namespace LogItems.Export.Otlp.Sending;

/// <summary>Compresses requests.</summary>
internal static class Gzip
{
    /// <summary>Compresses bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="offset">The number of bytes to reserve before them.</param>
    public static byte[] Compress(ReadOnlySpan<byte> bytes, int offset)
    {
        using var target = new MemoryStream(offset + (bytes.Length / 4));
        target.Write(new byte[offset]);
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return target.ToArray();
    }
}
