using LogItems.Export.Parquet;

namespace LogItems.Export;

/// <summary>Exports to Parquet files: items in the folder <c>items</c>, sessions in the folder <c>sessions</c>.</summary>
/// <remarks>
/// A written batch is on disk, in a small file in the folder <c>pending</c>. These files are merged into files for readers when there
/// are enough rows or enough time has passed, and when the sink is disposed of; a file appears only when it is complete.
/// After a crash, the last records can occur twice, with the same <c>server</c>, <c>session_id</c> and <c>item_key</c>, as can items
/// that were exported while they were running: the row with the latest <c>written_at</c> counts.
/// Times are nanoseconds of UTC; those outside of the years 1678 to 2261 are null.
/// </remarks>
public sealed class ParquetSink : IExportSink
{
    private readonly string _folder;
    private readonly int _maxRows;
    private readonly TimeSpan _maxAge;
    private readonly TimeProvider _time;
    private readonly ParquetFiles<ItemRow> _items;
    private readonly ParquetFiles<SessionRow> _sessions;
    private readonly SemaphoreSlim _gate = new(1);
    private FileStream? _lock;
    private ITimer? _timer;
    private DateTime _last;
    private bool _isDue;

    /// <summary>Creates a sink.</summary>
    /// <param name="folder">The folder, created if it does not exist; only one process can write to it at a time.</param>
    /// <param name="maxRows">The number of items after which a file is completed: 1 or more; default 1,000,000, about 25 MB.</param>
    /// <param name="maxAge">The time after which a file is completed: 1 second or more; null for 15 minutes.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    public ParquetSink(string folder, int maxRows = 1_000_000, TimeSpan? maxAge = null, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxRows, 1);
        (_folder, _maxRows, _maxAge, _time) = (folder, maxRows, maxAge ?? TimeSpan.FromMinutes(15), timeProvider ?? TimeProvider.System);
        ArgumentOutOfRangeException.ThrowIfLessThan(_maxAge, TimeSpan.FromSeconds(1), nameof(maxAge));
        (_items, _sessions) = (new(folder, ParquetTables.Items), new(folder, ParquetTables.Sessions));
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The folder cannot be used, or another process exports to it.</exception>
    /// <exception cref="InvalidDataException">A file that an earlier process left in <c>pending</c> is damaged.</exception>
    public async Task InitializeAsync(CancellationToken cancellationToken = default)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_timer is not null)
            {
                return;
            }

            Directory.CreateDirectory(_folder);
            _lock ??= Lock();
            _last = new[] { _items.Open(), _sessions.Open() }.Max();
            await CompleteAsync().ConfigureAwait(false);
            _timer = _time.CreateTimer(_ => OnTime(), null, _maxAge, _maxAge);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public async Task WriteAsync(ExportBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Done before the batch: if this fails, the batch is not written, and will be retried later.
            if (_isDue || _items.PendingRows >= _maxRows || _sessions.PendingRows >= _maxRows)
            {
                await CompleteAsync().ConfigureAwait(false);
            }

            // Once begun, a batch is always written completely.
            _last = TimeAfter(_last, _time.GetUtcNow().UtcDateTime);
            var shared = BatchRow.Of(batch, _last);
            List<ItemRow> items =
                [.. batch.Sessions.SelectMany(session => session.Items.Select(item => new ItemRow(shared, session, item.Key, item.Item, item.GetFailure())))];
            if (items.Count > 0)
            {
                await _items.AddAsync(items, _last).ConfigureAwait(false);
            }

            if (batch.Sessions.Count > 0)
            {
                await _sessions.AddAsync([.. batch.Sessions.Select(session => new SessionRow(shared, session))], _last).ConfigureAwait(false);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Completes the files; files that cannot be completed stay in <c>pending</c> for the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            _timer?.Dispose();
            await CompleteAsync().ConfigureAwait(false);
        }
        finally
        {
            _lock?.Dispose();
            _gate.Dispose();
        }
    }

    /// <summary>Returns a time that is later than another one, even for readers with microsecond precision, such as DuckDB with times in UTC.</summary>
    private static DateTime TimeAfter(DateTime last, DateTime now) => now > last.AddMicroseconds(1) ? now : last.AddMicroseconds(1);

    private async Task CompleteAsync()
    {
        await _items.CompleteAsync().ConfigureAwait(false);
        await _sessions.CompleteAsync().ConfigureAwait(false);
        _isDue = false;
    }

    private async void OnTime()
    {
        try
        {
            await _gate.WaitAsync().ConfigureAwait(false);
            try
            {
                await CompleteAsync().ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // The next batch retries it, and reports a failure.
                _isDue = true;
            }
            finally
            {
                _gate.Release();
            }
        }
        catch (ObjectDisposedException)
        {
            // The sink was disposed of in the meantime, and has completed the files itself.
        }
    }

    private FileStream Lock()
    {
        var path = Path.Combine(_folder, "pending.lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new IOException(
                $"Opening the folder '{_folder}' for Parquet files failed. Another process exports to it: end it, or use another folder. {exception.Message}",
                exception);
        }
    }
}
