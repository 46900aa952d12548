using System.Text;

namespace LogItems.Cli.Output;

/// <summary>Collects UTF-8 and sends it to stdout in large pieces.</summary>
/// <remarks>A full disk or a closed pipe throws an <see cref="IOException"/> from the call that sends.</remarks>
internal sealed class Utf8Output : Utf8Buffer
{
    private const int SendFrom = 64 * 1024;
    private const int Reserve = 4 * 1024;

    private readonly TextWriter _writer;
    private readonly Stream? _stream;

    /// <summary>The stream of a UTF-8 writer receives the bytes as is; any other writer gets decoded text.</summary>
    public Utf8Output(TextWriter writer)
        : base(SendFrom + Reserve)
    {
        _writer = writer;
        if (writer is StreamWriter { Encoding: UTF8Encoding } encoder)
        {
            encoder.Flush();
            _stream = encoder.BaseStream;
        }
    }

    /// <summary>Sends the buffer once it is large; called between records, so that no record is split.</summary>
    public void SendIfLarge()
    {
        if (Length >= SendFrom)
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

        var written = Written;
        Truncate(0);
        await _stream.WriteAsync(written, CancellationToken.None);
        await _stream.FlushAsync(CancellationToken.None);
    }

    private void Send()
    {
        var written = Written.Span;
        Truncate(0);
        if (_stream is null)
        {
            _writer.Write(Encoding.UTF8.GetString(written));
        }
        else
        {
            _stream.Write(written);
        }
    }
}
