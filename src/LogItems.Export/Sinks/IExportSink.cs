namespace LogItems.Export;

/// <summary>The target of an export of sessions and items.</summary>
public interface IExportSink : IAsyncDisposable
{
    /// <summary>Prepares the sink, for example creates its tables.</summary>
    Task InitializeAsync(CancellationToken cancellationToken = default);

    /// <summary>Writes a batch; called for several servers at a time. When it returns, the batch survives the end of the process.</summary>
    /// <remarks>
    /// A batch is written again after a crash, and after an attempt that failed; its records have the same keys then. It may be split differently.
    /// </remarks>
    Task WriteAsync(ExportBatch batch, CancellationToken cancellationToken = default);
}
