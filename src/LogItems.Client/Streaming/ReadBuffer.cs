using System.Buffers;
using LogItems.Primitives;

namespace LogItems.Streaming;

/// <summary>A window over a stream: grows at its end by reading, shrinks at its start by being consumed.</summary>
internal sealed class ReadBuffer(Stream stream) : IDisposable
{
    private const int InitialSize = 64 * 1024;

    /// <summary>The maximum length of a byte array.</summary>
    private const int MaxArrayLength = 0x7FFF_FFC7;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _start;
    private int _end;

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Gets whether nothing comes after <see cref="Bytes"/>.</summary>
    public bool IsLast { get; private set; }

    /// <summary>Gets whether an abandoned read may still write to the buffer.</summary>
    public bool IsAbandoned { get; private set; }

    public void Consume(int count) => _start += count;

    /// <summary>Reads more; unconsumed bytes are kept, in a larger buffer if necessary.</summary>
    public async ValueTask ReadMoreAsync(CancellationToken cancellationToken)
    {
        EnsureCapacity();
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

    private void EnsureCapacity()
    {
        var kept = _end - _start;
        if (kept > _buffer.Length / 2)
        {
            var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * _buffer.Length, MaxArrayLength));
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
