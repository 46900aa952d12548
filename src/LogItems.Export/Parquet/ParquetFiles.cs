using System.Globalization;
using LogItems.Export.Sinks;

namespace LogItems.Export.Parquet;

/// <summary>
/// The files of a table. Rows are first written to small files in the folder <c>pending</c>, complete and flushed to disk, and then merged into larger files
/// in the table's own folder, which readers use. Used by one thread at a time.
/// </summary>
/// <remarks>
/// A file that is being written has the suffix <c>.tmp</c>. The name of a merged file contains the times of the first and the last pending file in it, by
/// which pending files that a process could not delete are recognized.
/// </remarks>
internal sealed class ParquetFiles<TRow>(string folder, ParquetTable<TRow> table)
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmss.fffffff'Z'";

    private readonly string _pendingFolder = Path.Combine(folder, "pending");
    private readonly string _folder = Path.Combine(folder, table.Name);
    private readonly List<(DateTime Time, string File)> _pending = [];

    /// <summary>The number of rows that are not yet visible to readers, without those left by an earlier process.</summary>
    public long PendingRows { get; private set; }

    /// <summary>Creates the folders, and cleans up after an earlier process.</summary>
    /// <returns>The latest time of a file; the minimum if there is none.</returns>
    public DateTime Open()
    {
        Directory.CreateDirectory(_pendingFolder);
        Directory.CreateDirectory(_folder);
        FolderSync.Flush(folder);
        foreach (var unfinished in Files(_pendingFolder, ".tmp").Concat(Files(_folder, ".tmp")))
        {
            File.Delete(unfinished);
        }

        _pending.Clear();
        List<(DateTime First, DateTime Last)> merged = [.. Files(_folder, ".parquet").Select(Times).OfType<(DateTime, DateTime)>()];
        foreach (var file in Files(_pendingFolder, ".parquet").Order(StringComparer.Ordinal))
        {
            if (Times(file) is not var (time, _))
            {
                continue;
            }

            if (merged.Exists(range => range.First <= time && time <= range.Last))
            {
                File.Delete(file);
            }
            else
            {
                _pending.Add((time, file));
            }
        }

        return merged.Select(range => range.Last).Concat(_pending.Select(pending => pending.Time)).DefaultIfEmpty().Max();
    }

    /// <summary>Writes rows; when it returns, they are durable.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="time">A time that no other file of the table has.</param>
    public async Task AddAsync(IReadOnlyList<TRow> rows, DateTime time)
    {
        var file = Path.Combine(_pendingFolder, $"{table.Name}-{Text(time)}.parquet");
        await CreateAsync(file, stream => table.WriteAsync(stream, rows)).ConfigureAwait(false);
        _pending.Add((time, file));
        PendingRows += rows.Count;
    }

    /// <summary>Merges the pending files into a file that readers use.</summary>
    public async Task CompleteAsync()
    {
        if (_pending.Count == 0)
        {
            return;
        }

        var file = Path.Combine(_folder, $"{table.Name}-{Text(_pending[0].Time)}-{Text(_pending[^1].Time)}.parquet");
        await CreateAsync(file, stream => table.MergeAsync(stream, [.. _pending.Select(pending => pending.File)])).ConfigureAwait(false);
        List<string> merged = [.. _pending.Select(pending => pending.File)];
        _pending.Clear();
        PendingRows = 0;
        merged.ForEach(File.Delete);
    }

    private static async Task CreateAsync(string file, Func<Stream, Task> writeAsync)
    {
        var unfinished = file + ".tmp";
        try
        {
            var stream = new FileStream(unfinished, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
            await using (stream.ConfigureAwait(false))
            {
                await writeAsync(stream).ConfigureAwait(false);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, file, overwrite: true);
            FolderSync.Flush(Path.GetDirectoryName(file)!);
        }
        catch
        {
            // The unfinished file would use disk space that the next attempt needs.
            File.Delete(unfinished);
            throw;
        }
    }

    private string[] Files(string path, string extension) => Directory.GetFiles(path, $"{table.Name}-*{extension}");

    private static string Text(DateTime time) => time.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>The times in the name of a file; null for any other file.</summary>
    private (DateTime First, DateTime Last)? Times(string file)
    {
        var times = Path.GetFileNameWithoutExtension(file)[(table.Name.Length + 1)..].Split('-').Select(Parse).ToList();
        return times switch
        {
            [{ } time] => (time, time),
            [{ } first, { } last] => (first, last),
            _ => null,
        };
    }

    private static DateTime? Parse(string text) => DateTime.TryParseExact(
        text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
        ? time
        : null;
}
