using System.Buffers;
using System.Globalization;
using LogItems.Export.Sinks;

namespace LogItems.Export;

/// <summary>Exports to JSON Lines files, one record per line.</summary>
/// <remarks>
/// A written batch is on disk. After a crash, its records can occur twice, with the same <c>server</c>, <c>session</c> and <c>key</c>; a
/// truncated line is removed at the next start.
/// </remarks>
public sealed class JsonLinesSink : IExportSink
{
    private readonly string _folder;
    private readonly long _maxFileSize;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _gate = new(1);
    private FileStream? _file;
    private DateOnly _day;

    /// <summary>Creates a sink.</summary>
    /// <param name="folder">The folder of the files, created if it does not exist: <c>logitems-20261129T220000Z-1.jsonl</c>.</param>
    /// <param name="maxFileSize">The size in bytes after which a new file begins, as on a new day (UTC): 1 or more; default 256 MB.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    public JsonLinesSink(string folder, long maxFileSize = 256 * 1024 * 1024, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxFileSize, 1);
        (_folder, _maxFileSize, _time) = (folder, maxFileSize, timeProvider ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public Task InitializeAsync(CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(_folder);
        foreach (var file in Directory.EnumerateFiles(_folder, "logitems-*.jsonl"))
        {
            IncompleteLine.Remove(file);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task WriteAsync(ExportBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var lines = new ArrayBufferWriter<byte>();
        JsonRecords.Write(lines, batch);
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var file = Open();
            var before = file.Position;
            try
            {
                // Once begun, a batch is always written completely.
                await file.WriteAsync(lines.WrittenMemory, CancellationToken.None).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }
            catch
            {
                // A partial batch must not be the beginning of the next line; if it cannot be truncated, the next batch begins a new file.
                Truncate(file, before);
                throw;
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        if (_file is { } file)
        {
            await file.DisposeAsync().ConfigureAwait(false);
        }

        _gate.Dispose();
    }

    private void Truncate(FileStream file, long length)
    {
        try
        {
            file.SetLength(length);
        }
        catch (IOException)
        {
            _file = null;
            file.Dispose();
        }
    }

    private FileStream Open()
    {
        var now = _time.GetUtcNow().UtcDateTime;
        var day = DateOnly.FromDateTime(now);
        if (_file is { } open && open.Position < _maxFileSize && _day == day)
        {
            return open;
        }

        _file?.Dispose();
        _file = null;
        var name = now.ToString("'logitems-'yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        for (var number = 1; ; number++)
        {
            var path = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{name}-{number}.jsonl"));
            if (!File.Exists(path))
            {
                // No buffer, because a batch is written in a single call.
                var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
                try
                {
                    FolderSync.Flush(_folder);
                }
                catch
                {
                    file.Dispose();
                    throw;
                }

                (_file, _day) = (file, day);
                return file;
            }
        }
    }
}
