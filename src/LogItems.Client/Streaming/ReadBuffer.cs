using System.Buffers;
using LogItems.Primitives;

namespace LogItems.Streaming;

/// <summary>The part of a stream that is being looked at: grows at its end by reading, shrinks at its beginning by being consumed.</summary>
internal sealed class ReadBuffer(Stream stream) : IDisposable
{
    private const int InitialSize = 64 * 1024;

    /// <summary>The most elements that an array of bytes can have.</summary>
    private const int LargestArray = 0x7FFF_FFC7;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _start;
    private int _end;

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Gets whether nothing comes after <see cref="Bytes"/>.</summary>
    public bool IsLast { get; private set; }

    /// <summary>Gets whether a read was given up that may still write into the buffer.</summary>
    public bool IsAbandoned { get; private set; }

    public void Consume(int count) => _start += count;

    /// <summary>Reads on; what could not be consumed yet stays, in a larger buffer if need be.</summary>
    public async ValueTask ReadMoreAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        var reading = stream.ReadAsync(_buffer, _end, _buffer.Length - _end, cancellationToken);
        try
        {
            var count = await PendingRead.WaitAsync(reading, cancellationToken).ConfigureAwait(false);
            _end += count;
            IsLast = count == 0;
        }
        finally
        {
            IsAbandoned = !reading.IsCompleted;
        }
    }

    public void Dispose()
    {
        if (!IsAbandoned)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        _buffer = [];
        (_start, _end) = (0, 0);
    }

    private void MakeRoom()
    {
        var kept = _end - _start;
        if (kept > _buffer.Length / 2)
        {
            var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * _buffer.Length, LargestArray));
            Bytes.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
        else if (_start > 0)
        {
            Bytes.CopyTo(_buffer);
        }

        (_start, _end) = (0, kept);
    }
}
