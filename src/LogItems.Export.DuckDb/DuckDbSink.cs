using DuckDB.NET.Data;

namespace LogItems.Export.DuckDb;

/// <summary>Exports to a DuckDB database file, in the schema <c>logitems</c>: the tables and views that <see cref="PostgresSink"/> has.</summary>
/// <remarks>
/// A batch is one transaction. A session or item that is written again replaces the previous one, by server, session and key, so that there are no
/// duplicates after a crash. Only one process can open the file at a time, even for reading. DuckDB stores times in microseconds; U+0000 becomes
/// U+FFFD.
/// </remarks>
public sealed class DuckDbSink : IExportSink
{
    private readonly string _path;
    private readonly SemaphoreSlim _gate = new(1);
    private DuckDBConnection? _connection;
    private bool _isInitialized;

    /// <summary>Creates a sink.</summary>
    /// <param name="path">The file, created if it does not exist; while it is open, there is another one beside it (<c>.wal</c>).</param>
    /// <exception cref="ArgumentException">The file has the same name as the schema, <c>logitems</c>.</exception>
    public DuckDbSink(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Path.GetFileNameWithoutExtension(path).Equals("logitems", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException(
                $"'{path}' cannot be exported to: DuckDB names a database by its file, and cannot tell it from the schema 'logitems'. Use another name, such "
                + "as backups.duckdb.",
                nameof(path));
        }

        _path = path;
    }

    /// <summary>Opens the file, and creates or upgrades its tables.</summary>
    /// <exception cref="IOException">The file cannot be opened, is not a database, or is open in another process, or DuckDB's library is missing.</exception>
    /// <exception cref="InvalidOperationException">A newer version of this package has upgraded the tables.</exception>
    public async Task InitializeAsync(CancellationToken cancellationToken = default)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _connection ??= Open();
            _isInitialized = true;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The sink was not initialized.</exception>
    public async Task WriteAsync(ExportBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_isInitialized)
            {
                throw new InvalidOperationException("The sink was not initialized. Call InitializeAsync first.");
            }

            await WriteAsync(_connection ??= Open(), batch).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    private DuckDBConnection Open()
    {
        var connection = DuckDbFile.Open(_path);
        try
        {
            DuckDbSchema.Create(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Writes a batch; after a failure, the file is closed, because the transaction and the connection can no longer be used.</summary>
    private async Task WriteAsync(DuckDBConnection connection, ExportBatch batch)
    {
        try
        {
            var transaction = await connection.BeginTransactionAsync(CancellationToken.None).ConfigureAwait(false);
            DuckDbBatch.Write(connection, batch);
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            await transaction.DisposeAsync().ConfigureAwait(false);
        }
        catch
        {
            _connection = null;
            try
            {
                await connection.DisposeAsync().ConfigureAwait(false);
            }
            catch (DuckDBException)
            {
                // The first failure is the relevant one.
            }

            throw;
        }
    }

    /// <summary>Closes the file, so that other processes can open it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        if (_connection is { } connection)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }

        _gate.Dispose();
    }
}
