using System.Buffers;
using System.Text;

namespace LogItems.Cli.Output;

/// <summary>Collects UTF-8 in a pooled buffer and sends it to stdout in large pieces.</summary>
/// <remarks>A full disk or a closed pipe throws an <see cref="IOException"/> from the call that sends.</remarks>
internal sealed class Utf8Output : IBufferWriter<byte>, IDisposable
{
    private const int SendFrom = 64 * 1024;
    private const int Reserve = 4 * 1024;

    private readonly TextWriter _writer;
    private readonly Stream? _stream;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(SendFrom + Reserve);
    private int _length;

    /// <summary>The stream of a UTF-8 writer takes the bytes as they are; any other writer gets decoded text.</summary>
    public Utf8Output(TextWriter writer)
    {
        _writer = writer;
        if (writer is StreamWriter { Encoding: UTF8Encoding } encoder)
        {
            encoder.Flush();
            _stream = encoder.BaseStream;
        }
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(Math.Max(sizeHint, 1));
        return _buffer.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        MakeRoom(Math.Max(sizeHint, 1));
        return _buffer.AsSpan(_length);
    }

    /// <summary>Sends a large piece; called between records, so that none is sent in halves.</summary>
    public void SendIfLarge()
    {
        if (_length >= SendFrom)
        {
            Send();
        }
    }

    /// <summary>Sends everything without blocking the caller.</summary>
    public async Task FlushAsync()
    {
        if (_stream is null)
        {
            Send();
            await _writer.FlushAsync(CancellationToken.None);
            return;
        }

        var length = _length;
        _length = 0;
        await _stream.WriteAsync(_buffer.AsMemory(0, length), CancellationToken.None);
        await _stream.FlushAsync(CancellationToken.None);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Send()
    {
        var bytes = _buffer.AsSpan(0, _length);
        _length = 0;
        if (_stream is null)
        {
            _writer.Write(Encoding.UTF8.GetString(bytes));
        }
        else
        {
            _stream.Write(bytes);
        }
    }

    private void MakeRoom(int size)
    {
        if (_buffer.Length - _length >= size)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + size));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
