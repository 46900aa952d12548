using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Npgsql;

namespace LogItems.Export.Postgres;

/// <summary>Writes rows in the binary format of <c>COPY</c>.</summary>
/// <remarks>
/// <see href="https://www.postgresql.org/docs/current/sql-copy.html">PostgreSQL's manual</see> has the format. Npgsql's own importer resolves the type
/// of each value again, which costs more than everything else about an item.
/// </remarks>
internal sealed class BinaryCopy : IAsyncDisposable
{
    private const int EnoughToSend = 64 * 1024;

    /// <summary>The length that represents null.</summary>
    private const int Null = -1;

    /// <summary>The number of columns that marks the end of the rows.</summary>
    private const short End = -1;

    /// <summary>The epoch of PostgreSQL's times, which are in microseconds.</summary>
    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly NpgsqlRawCopyStream _stream;
    private readonly ArrayBufferWriter<byte> _buffer = new(EnoughToSend * 2);
    private bool _isComplete;

    private BinaryCopy(NpgsqlRawCopyStream stream)
    {
        _stream = stream;
        _buffer.Write<byte>([.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8]);
        WriteInt64(0); // No flags; the header has no extension.
    }

    /// <summary>Begins to copy.</summary>
    /// <param name="connection">The connection, in a transaction.</param>
    /// <param name="sql">The statement: <c>COPY … FROM STDIN (FORMAT BINARY)</c>.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task<BinaryCopy> BeginAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken) =>
        new(await connection.BeginRawBinaryCopyAsync(sql, cancellationToken).ConfigureAwait(false));

    /// <summary>Sends the written rows once there are enough.</summary>
    public ValueTask FlushIfNeededAsync(CancellationToken cancellationToken) => _buffer.WrittenCount < EnoughToSend ? default : SendAsync(cancellationToken);

    /// <summary>Completes the copy. Otherwise, disposal rolls it back.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        WriteInt16(End);
        await SendAsync(cancellationToken).ConfigureAwait(false);
        _isComplete = true;
        await _stream.DisposeAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (_isComplete)
        {
            return;
        }

        try
        {
            await _stream.CancelAsync().ConfigureAwait(false);
            await _stream.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is NpgsqlException or IOException or InvalidOperationException)
        {
            // The connection is closed, and its exception is already being thrown.
        }
    }

    public void StartRow(short columns) => WriteInt16(columns);

    public void Write(int value)
    {
        WriteInt32(sizeof(int));
        WriteInt32(value);
    }

    public void Write(long value)
    {
        WriteInt32(sizeof(long));
        WriteInt64(value);
    }

    public void Write(Guid value)
    {
        const int size = 16;
        WriteInt32(size);
        value.TryWriteBytes(_buffer.GetSpan(size), bigEndian: true, out _);
        _buffer.Advance(size);
    }

    /// <summary>Writes a <c>timestamptz</c>, truncated to microseconds.</summary>
    public void Write(DateTimeOffset? value)
    {
        if (value is { } time)
        {
            Write((time.UtcTicks / TimeSpan.TicksPerMicrosecond) - (Epoch.Ticks / TimeSpan.TicksPerMicrosecond));
        }
        else
        {
            WriteInt32(Null);
        }
    }

    /// <summary>Writes a <c>text</c>; characters that PostgreSQL does not accept become U+FFFD.</summary>
    public void Write(string? value)
    {
        if (value is null)
        {
            WriteInt32(Null);
            return;
        }

        var text = PostgresText.Of(value);
        var span = _buffer.GetSpan(sizeof(int) + Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, span[sizeof(int)..]);
        BinaryPrimitives.WriteInt32BigEndian(span, length);
        _buffer.Advance(sizeof(int) + length);
    }

    private void WriteInt16(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(_buffer.GetSpan(sizeof(short)), value);
        _buffer.Advance(sizeof(short));
    }

    private void WriteInt32(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(_buffer.GetSpan(sizeof(int)), value);
        _buffer.Advance(sizeof(int));
    }

    private void WriteInt64(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(_buffer.GetSpan(sizeof(long)), value);
        _buffer.Advance(sizeof(long));
    }

    private async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(_buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
        _buffer.ResetWrittenCount();
    }
}
