namespace LogItems.Export.Tests.Support;

/// <summary>A sink that remembers what is written, and checkpoints in a file, for each test.</summary>
public abstract class ExportFixture
{
    private TemporaryFolder _folder = null!;

    private protected RecordingSink Sink { get; private set; } = null!;

    protected SqliteCheckpointStore Store { get; private set; } = null!;

    [SetUp]
    public void Open()
    {
        _folder = new TemporaryFolder();
        Store = SqliteCheckpointStore.Open(_folder.File("checkpoints.db"));
        Sink = new RecordingSink();
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await Store.DisposeAsync();
        await Sink.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>The checkpoints as the next process finds them.</summary>
    protected async Task<SqliteCheckpointStore> ReopenAsync()
    {
        await Store.DisposeAsync();
        return Store = SqliteCheckpointStore.Open(_folder.File("checkpoints.db"));
    }
}
