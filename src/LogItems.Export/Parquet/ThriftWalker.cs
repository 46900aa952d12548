namespace LogItems.Export.Parquet;

/// <summary>Visits the binary values of a structure in Thrift's compact protocol, in which Parquet's footers are written.</summary>
/// <param name="bytes">The structure.</param>
/// <param name="visit">Receives the path to a value (the numbers of fields and of list elements) and its bytes, which it may change.</param>
internal sealed class ThriftWalker(byte[] bytes, ThriftWalker.Visitor visit)
{
    private readonly List<int> _path = [];
    private int _position;

    public delegate void Visitor(ReadOnlySpan<int> path, Span<byte> value);

    /// <summary>Visits all values.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a structure.</exception>
    public void Walk() => WalkStructure();

    private void WalkStructure()
    {
        for (var id = 0; ;)
        {
            var header = Next();
            if (header == 0)
            {
                return;
            }

            id = header >> 4 is var delta and not 0 ? id + delta : (short)ZigZag();
            _path.Add(id);
            WalkValue(header & 0x0F, isField: true);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private void WalkValue(int type, bool isField)
    {
        switch (type)
        {
            case 1 or 2: // A Boolean: as a field it is its type.
                _position += isField ? 0 : 1;
                break;
            case 3:
                _position++;
                break;
            case 4 or 5 or 6:
                Number();
                break;
            case 7:
                _position += sizeof(double);
                break;
            case 8:
                var length = (int)Number();
                visit(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_path), bytes.AsSpan(_position, length));
                _position += length;
                break;
            case 9 or 10:
                WalkList();
                break;
            case 12:
                WalkStructure();
                break;
            default:
                throw new InvalidDataException($"The footer has a value of the type {type} of Thrift, which Parquet does not use.");
        }
    }

    private void WalkList()
    {
        var header = Next();
        var count = header >> 4 is var small and < 15 ? small : (int)Number();
        for (var index = 0; index < count; index++)
        {
            _path.Add(index);
            WalkValue(header & 0x0F, isField: false);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    private byte Next() => bytes[_position++];

    private long ZigZag() => (long)Number() is var number ? (number >>> 1) ^ -(number & 1) : 0;

    private ulong Number()
    {
        for (var (number, shift) = (0UL, 0); ; shift += 7)
        {
            var next = Next();
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return number;
            }
        }
    }
}
