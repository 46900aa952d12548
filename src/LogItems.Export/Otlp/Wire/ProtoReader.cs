using System.Buffers.Binary;
using System.Text;

namespace LogItems.Export.Otlp.Wire;

/// <summary>Reads the fields of a Protocol Buffers message; ends early if the bytes are invalid.</summary>
internal ref struct ProtoReader(ReadOnlySpan<byte> message)
{
    private ReadOnlySpan<byte> _rest = message;

    /// <summary>The number of the current field.</summary>
    public int Field { get; private set; }

    /// <summary>Its value if it is a number.</summary>
    public ulong Number { get; private set; }

    /// <summary>Its value if it is text, bytes or a message.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>The bytes as text.</summary>
    public readonly string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>Reads the next field.</summary>
    public bool Read()
    {
        Number = 0;
        Bytes = default;
        if (!TryReadVarint(out var tag))
        {
            return false;
        }

        Field = (int)(tag >> 3);
        return (tag & 7) switch
        {
            0 => TryReadNumber(),
            1 => TryReadFixed(sizeof(ulong)),
            2 => TryReadVarint(out var length) && length <= (ulong)_rest.Length && Take((int)length),
            5 => TryReadFixed(sizeof(uint)),
            _ => false,
        };
    }

    private bool TryReadNumber()
    {
        var isRead = TryReadVarint(out var number);
        Number = number;
        return isRead;
    }

    private bool TryReadFixed(int size)
    {
        if (_rest.Length < size || !Take(size))
        {
            return false;
        }

        Number = size == sizeof(uint) ? BinaryPrimitives.ReadUInt32LittleEndian(Bytes) : BinaryPrimitives.ReadUInt64LittleEndian(Bytes);
        return true;
    }

    private bool Take(int length)
    {
        Bytes = _rest[..length];
        _rest = _rest[length..];
        return true;
    }

    private bool TryReadVarint(out ulong value)
    {
        value = 0;
        for (var shift = 0; shift < 64 && !_rest.IsEmpty; shift += 7)
        {
            var next = _rest[0];
            _rest = _rest[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return true;
            }
        }

        return false;
    }
}
