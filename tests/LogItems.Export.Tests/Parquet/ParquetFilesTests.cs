using LogItems.Export.Tests.Otlp;
using LogItems.Export.Tests.Support;
using LogItems.Tests.DuckDb;
using Microsoft.Extensions.Time.Testing;

namespace LogItems.Export.Tests.Parquet;

/// <summary>When Parquet files appear, and what becomes of those that a process left when it was killed.</summary>
public class ParquetFilesTests
{
    private TemporaryFolder _folder = null!;
    private FakeTimeProvider _time = null!;

    private string Items => $"'{_folder.Path}/items/*.parquet'";

    [SetUp]
    public void SetUp() => (_folder, _time) = (new TemporaryFolder(), new FakeTimeProvider(ExportServers.Night));

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public async Task WriteAsync_BeforeTheFileIsComplete_IsOnTheDiskButNotVisible()
    {
        await using var sink = await OpenAsync();

        await sink.WriteAsync(Batches.Of(Batches.Items(3)));

        Assert.That(Names("items"), Is.Empty);
        Assert.That(DuckDbQuery.Count($"'{_folder.Path}/pending/items-*.parquet'"), Is.EqualTo(3));
    }

    [Test]
    public async Task WriteAsync_FileIsFull_BeginsAnother()
    {
        await using (var sink = await OpenAsync(maxRows: 4))
        {
            for (var batch = 0; batch < 3; batch++)
            {
                await sink.WriteAsync(Batches.Of(Batches.Items(3)));
                _time.Advance(TimeSpan.FromSeconds(1));
            }

            Assert.That(Names("items"), Is.EqualTo(new[] { "items-20261128T210000.0000000Z-20261128T210001.0000000Z.parquet" }));
        }

        Assert.That(
            DuckDbQuery.Read($"SELECT count(*) FROM read_parquet({Items}, filename = true) GROUP BY filename ORDER BY filename", row => row.GetInt64(0)),
            Is.EqualTo(new[] { 6L, 3L }));
        Assert.That(Names("pending"), Is.Empty);
    }

    [Test]
    public async Task WriteAsync_TimeHasPassed_AppearsWithoutAnotherBatch()
    {
        await using var sink = await OpenAsync();
        await sink.WriteAsync(Batches.Of(Batches.Items(3)));

        _time.Advance(TimeSpan.FromMinutes(15));
        await sink.InitializeAsync(); // It waits until the file is complete.

        Assert.That(DuckDbQuery.Count(Items), Is.EqualTo(3));
        Assert.That(Names("pending"), Is.Empty);
    }

    [Test]
    public async Task InitializeAsync_AfterAKill_CompletesWhatWasWrittenAndRemovesWhatWasNot()
    {
        await using (var killed = await OpenAsync())
        {
            await killed.WriteAsync(Batches.Of(Batches.Items(3)));
            Keep("pending");
        }

        Restore("pending");
        Directory.Delete(_folder.File("items"), recursive: true);
        await File.WriteAllTextAsync(_folder.File("pending/items-20261128T220000.0000000Z.parquet.tmp"), "PAR1");
        await using var sink = await OpenAsync();

        Assert.That(DuckDbQuery.Count(Items), Is.EqualTo(3));
        Assert.That(Names("pending"), Is.Empty);
    }

    [Test]
    public async Task InitializeAsync_KilledBeforeMergedFilesWereDeleted_WritesNothingTwice()
    {
        await using (var killed = await OpenAsync())
        {
            await killed.WriteAsync(Batches.Of(Batches.Items(3)));
            await killed.WriteAsync(Batches.Of(Batches.Items(3)));
            Keep("pending");
        }

        Restore("pending");
        Assert.That(Names("pending"), Has.Count.EqualTo(4));
        await using var sink = await OpenAsync();

        Assert.That(DuckDbQuery.Count(Items), Is.EqualTo(6));
        Assert.That(Names("pending"), Is.Empty);
    }

    [Test]
    public async Task InitializeAsync_PendingFileIsDamaged_NamesIt()
    {
        Directory.CreateDirectory(_folder.File("pending"));
        await File.WriteAllTextAsync(_folder.File("pending/items-20261128T210000.0000000Z.parquet"), "PAR1");
        var sink = new ParquetSink(_folder.Path);

        Assert.That(
            () => sink.InitializeAsync(),
            Throws.InstanceOf<InvalidDataException>().With.Message.Contains("items-20261128T210000.0000000Z.parquet' is not a Parquet file"));
        File.Delete(_folder.File("pending/items-20261128T210000.0000000Z.parquet"));
    }

    [Test]
    public async Task InitializeAsync_AnotherSinkHasTheFolder_IsRefused()
    {
        await using var first = await OpenAsync();

        Assert.That(
            () => new ParquetSink(_folder.Path).InitializeAsync(),
            Throws.InstanceOf<IOException>().With.Message.Contains("Another process exports to it"));
    }

    [Test]
    public async Task WriteAsync_ClockWasSetBack_TheLaterBatchHasTheLaterTime()
    {
        await using (var sink = await OpenAsync())
        {
            await sink.WriteAsync(Batches.Of(Batches.Item(1, LogItemType.Running)));
        }

        _time = new FakeTimeProvider(ExportServers.Night.AddHours(-1));
        await using (var sink = await OpenAsync())
        {
            await sink.WriteAsync(Batches.Of(Batches.Item(1)));
        }

        Assert.That(DuckDbQuery.Read($"SELECT level FROM {Items} ORDER BY written_at", row => row.GetString(0)), Is.EqualTo(new[] { "Running", "Success" }));
    }

    private async Task<ParquetSink> OpenAsync(int maxRows = 1000)
    {
        var sink = new ParquetSink(_folder.Path, maxRows, timeProvider: _time);
        await sink.InitializeAsync();
        return sink;
    }

    private List<string> Names(string folder) => [.. Directory.GetFiles(_folder.File(folder)).Select(file => Path.GetFileName(file)).Order()];

    /// <summary>Copies the files as a process that is killed now leaves them.</summary>
    private void Keep(string folder)
    {
        Directory.CreateDirectory(_folder.File("kept"));
        foreach (var name in Names(folder))
        {
            File.Copy(_folder.File($"{folder}/{name}"), _folder.File($"kept/{name}"));
        }
    }

    private void Restore(string folder)
    {
        foreach (var name in Names("kept"))
        {
            File.Move(_folder.File($"kept/{name}"), _folder.File($"{folder}/{name}"));
        }
    }
}
