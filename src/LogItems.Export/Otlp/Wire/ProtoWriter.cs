using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace LogItems.Export.Otlp.Wire;

/// <summary>Writes the binary format of Protocol Buffers; the caller decides whether default values are omitted.</summary>
internal sealed class ProtoWriter : IDisposable
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int LengthDelimited = 2;
    private const int Fixed32 = 5;

    /// <summary>The maximum length of a varint: 64 bits in groups of seven.</summary>
    private const int MaxVarintLength = 10;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);

    /// <summary>The number of bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes written; valid until the next write.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, Length);

    /// <summary>Discards everything beyond a length.</summary>
    public void Truncate(int length) => Length = length;

    public void WriteUInt64(int field, ulong value)
    {
        WriteTag(field, Varint);
        WriteVarint(value);
    }

    public void WriteInt64(int field, long value) => WriteUInt64(field, (ulong)value);

    public void WriteBool(int field, bool value) => WriteUInt64(field, value ? 1UL : 0);

    public void WriteFixed64(int field, ulong value)
    {
        WriteTag(field, Fixed64);
        BinaryPrimitives.WriteUInt64LittleEndian(Reserve(sizeof(ulong)), value);
        Length += sizeof(ulong);
    }

    public void WriteFixed32(int field, uint value)
    {
        WriteTag(field, Fixed32);
        BinaryPrimitives.WriteUInt32LittleEndian(Reserve(sizeof(uint)), value);
        Length += sizeof(uint);
    }

    public void WriteDouble(int field, double value) => WriteFixed64(field, BitConverter.DoubleToUInt64Bits(value));

    public void WriteBytes(int field, ReadOnlySpan<byte> value)
    {
        WriteTag(field, LengthDelimited);
        WriteVarint((ulong)value.Length);
        WriteRaw(value);
    }

    /// <summary>Writes text as UTF-8; lone surrogates become U+FFFD.</summary>
    public void WriteString(int field, ReadOnlySpan<char> value)
    {
        var start = BeginMessage(field);
        Length += Encoding.UTF8.GetBytes(value, Reserve(Encoding.UTF8.GetMaxByteCount(value.Length)));
        EndMessage(start);
    }

    /// <summary>Appends the bytes of another writer.</summary>
    public void WriteRaw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Begins a nested message, to which subsequent writes belong.</summary>
    /// <returns>The argument of <see cref="EndMessage"/>.</returns>
    public int BeginMessage(int field)
    {
        WriteTag(field, LengthDelimited);
        Reserve(1);
        return ++Length;
    }

    /// <summary>Ends a message; it is moved if its length takes more than the one byte that was reserved for it.</summary>
    public void EndMessage(int start)
    {
        var length = Length - start;
        Span<byte> prefix = stackalloc byte[MaxVarintLength];
        var size = Encode((ulong)length, prefix);
        Reserve(size);
        _buffer.AsSpan(start, length).CopyTo(_buffer.AsSpan(start - 1 + size));
        prefix[..size].CopyTo(_buffer.AsSpan(start - 1));
        Length += size - 1;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private static int Encode(ulong value, Span<byte> target)
    {
        var size = 0;
        for (; value >= 0x80; value >>= 7)
        {
            target[size++] = (byte)(value | 0x80);
        }

        target[size++] = (byte)value;
        return size;
    }

    private void WriteTag(int field, int type) => WriteVarint((uint)((field << 3) | type));

    private void WriteVarint(ulong value) => Length += Encode(value, Reserve(MaxVarintLength));

    private Span<byte> Reserve(int size)
    {
        if (_buffer.Length - Length < size)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, Length + size));
            _buffer.AsSpan(0, Length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsSpan(Length);
    }
}
