using System.Globalization;

namespace LogItems.Export.Parquet;

/// <summary>
/// The files of a table. What is written first lies in small files of the folder <c>pending</c>, complete and on the disk, and is merged into larger files
/// of the table's own folder, which readers read. Used by one thread at a time.
/// </summary>
/// <remarks>
/// A file that is being written has the suffix <c>.tmp</c>. The name of a merged file has the times of the first and the last pending file in it; those that
/// a process did not come to delete are recognized by it.
/// </remarks>
internal sealed class ParquetFiles<TRow>(string folder, ParquetTable<TRow> table)
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmss.fffffff'Z'";

    private readonly string _pendingFolder = Path.Combine(folder, "pending");
    private readonly string _folder = Path.Combine(folder, table.Name);
    private readonly List<(DateTime Time, string File)> _pending = [];

    /// <summary>The number of rows that readers do not see yet; those that an earlier process left are not counted.</summary>
    public long PendingRows { get; private set; }

    /// <summary>Creates the folders, and puts in order what an earlier process left.</summary>
    /// <returns>The latest time of a file; the minimum if there is none.</returns>
    public DateTime Open()
    {
        Directory.CreateDirectory(_pendingFolder);
        Directory.CreateDirectory(_folder);
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

    /// <summary>Writes rows; when it returns, they survive the end of the process.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="time">A time that no other file of the table has.</param>
    public async Task AddAsync(IReadOnlyList<TRow> rows, DateTime time)
    {
        var file = Path.Combine(_pendingFolder, $"{table.Name}-{Text(time)}.parquet");
        await CreateAsync(file, stream => table.WriteAsync(stream, rows)).ConfigureAwait(false);
        _pending.Add((time, file));
        PendingRows += rows.Count;
    }

    /// <summary>Merges what is pending into a file that readers see.</summary>
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
        }
        catch
        {
            // It would take the place that the next attempt needs.
            File.Delete(unfinished);
            throw;
        }
    }

    private string[] Files(string path, string extension) => Directory.GetFiles(path, $"{table.Name}-*{extension}");

    private static string Text(DateTime time) => time.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>The times in the name of a file; null for a file of somebody else.</summary>
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
