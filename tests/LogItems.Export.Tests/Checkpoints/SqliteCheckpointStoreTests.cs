using LogItems.Export.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace LogItems.Export.Tests.Checkpoints;

public class SqliteCheckpointStoreTests
{
    private static readonly ExportServer Server = ExportServers.Of(new Uri("http://127.0.0.1:1"));

    [Test]
    public async Task Open_FileThatIsOpen_SaysWhatToDo()
    {
        using var folder = new TemporaryFolder();
        await using var first = SqliteCheckpointStore.Open(folder.File("checkpoints.db"));

        Assert.That(
            () => SqliteCheckpointStore.Open(folder.File("checkpoints.db")),
            Throws.InstanceOf<IOException>().With.Message.Contains("Another process has it open"));
    }

    [Test]
    public void Open_FileThatIsNoDatabase_SaysSo()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("checkpoints.db"), new string('x', 5000));

        Assert.That(
            () => SqliteCheckpointStore.Open(folder.File("checkpoints.db")),
            Throws.InstanceOf<IOException>().With.Message.Contains("file is not a database"));
    }

    [Test]
    public async Task SaveAsync_EverythingStored_IsLoadedByTheNext()
    {
        using var folder = new TemporaryFolder();
        var (open, complete, gone) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var sessions = new[]
        {
            new SessionCheckpoint(open, null, -5, false, Attempts: 2),
            new SessionCheckpoint(complete, ExportServers.Night, 7, true),
            new SessionCheckpoint(gone, ExportServers.Night, 8, true),
        };
        var server = new ServerCheckpoint(ExportServers.Night, ExportServers.Night.AddDays(1));
        ServerLease lease;
        await using (var store = SqliteCheckpointStore.Open(folder.File("checkpoints.db")))
        {
            lease = await AcquireAsync(store);
            await store.SaveAsync(lease, new CheckpointChange { Server = server, Sessions = sessions, Items = [(open, [1, 2]), (complete, [3])] });
            await store.SaveAsync(lease, new CheckpointChange { Items = [(open, [4])], Gone = [gone] });
        }

        await using var again = SqliteCheckpointStore.Open(folder.File("checkpoints.db"));

        Assert.That((await AcquireAsync(again)).Checkpoint, Is.EqualTo(server));
        Assert.That(await again.LoadSessionsAsync(lease, null), Is.EquivalentTo(sessions.Take(2)));
        Assert.That(await again.LoadSessionsAsync(lease, []), Is.EqualTo(sessions.Take(1)));
        Assert.That(await again.LoadSessionsAsync(lease, [complete, gone]), Is.EquivalentTo(sessions.Take(2)));
        Assert.That(await again.LoadItemsAsync(lease, open), Is.EqualTo(new byte[][] { [1, 2], [4] }));
        Assert.That(await again.LoadItemsAsync(lease, complete), Is.Empty, "a session that is complete needs no items");
    }

    [Test]
    public async Task TryAcquireAsync_ServerThatWasGivenBack_IsDueAfterTheDelay()
    {
        using var folder = new TemporaryFolder();
        var time = new FakeTimeProvider(ExportServers.Night);
        await using var store = SqliteCheckpointStore.Open(folder.File("checkpoints.db"), time);
        var lease = await AcquireAsync(store);
        Assert.That(await store.TryAcquireAsync(), Is.Null, "it is taken");

        await store.ReleaseAsync(lease, TimeSpan.FromMinutes(5), wasRead: true);

        Assert.That(await store.TryAcquireAsync(), Is.Null, "it is not due");
        time.Advance(TimeSpan.FromMinutes(5));
        Assert.That((await store.TryAcquireAsync())?.Server, Is.EqualTo("a"));
    }

    [Test]
    public async Task TryAcquireAsync_ProgressCannotBeLoaded_TheServerStaysDue()
    {
        using var folder = new TemporaryFolder();
        await using var store = SqliteCheckpointStore.Open(folder.File("checkpoints.db"));
        await store.InitializeAsync([Server], areDue: true);

        Assert.That(() => store.TryAcquireAsync(new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());

        Assert.That((await store.TryAcquireAsync())?.Server, Is.EqualTo("a"));
    }

    private static async Task<ServerLease> AcquireAsync(SqliteCheckpointStore store)
    {
        await store.InitializeAsync([Server], areDue: true);
        return (await store.TryAcquireAsync())!;
    }
}
