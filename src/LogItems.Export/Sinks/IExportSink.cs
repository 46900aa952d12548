namespace LogItems.Export;

/// <summary>The target of an export of sessions and items.</summary>
public interface IExportSink : IAsyncDisposable
{
    /// <summary>Prepares the sink, for example creates its tables.</summary>
    Task InitializeAsync(CancellationToken cancellationToken = default);

    /// <summary>Writes a batch; called concurrently for several servers. When it returns, the batch is durable.</summary>
    /// <remarks>
    /// A batch is written again after a crash, and after a failed attempt; its records then have the same keys. It may be split differently.
    /// </remarks>
    Task WriteAsync(ExportBatch batch, CancellationToken cancellationToken = default);
}
