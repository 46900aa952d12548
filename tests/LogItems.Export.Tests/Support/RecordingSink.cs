using System.Collections.Concurrent;

namespace LogItems.Export.Tests.Support;

/// <summary>Remembers what was written, by key, and can fail.</summary>
internal sealed class RecordingSink : IExportSink
{
    /// <summary>The last state of each item.</summary>
    public ConcurrentDictionary<(string Server, Guid Session, Guid Key), LogItem> Items { get; } = new();

    /// <summary>The last state of each session.</summary>
    public ConcurrentDictionary<(string Server, Guid Session), JobSession> Sessions { get; } = new();

    /// <summary>The number of items that were written, again or not.</summary>
    public int Written => _written;

    private int _written;

    /// <summary>Called before and after each write; an exception is a failure of the sink.</summary>
    public Action<ExportBatch> Before { get; set; } = _ => { };

    public Action<ExportBatch> After { get; set; } = _ => { };

    public Task InitializeAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task WriteAsync(ExportBatch batch, CancellationToken cancellationToken = default)
    {
        Before(batch);
        foreach (var session in batch.Sessions)
        {
            Sessions[(batch.Server, session.Session.Id)] = session.Session;
            foreach (var (key, item) in session.Items)
            {
                Items[(batch.Server, session.Session.Id, key)] = item;
                Interlocked.Increment(ref _written);
            }
        }

        After(batch);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
