namespace LogItems.Export.Health;

/// <summary>The status of a running export.</summary>
internal sealed class ExportStatus
{
    private volatile bool _isRunning;

    public ExportStatus(IEnumerable<ExportServer> servers, string sink, TimeProvider time)
    {
        Servers = servers.DistinctBy(server => server.Name).ToDictionary(
            server => server.Name, server => new ServerStatus(server.Name, server.Interval, time), StringComparer.Ordinal);
        (Sink, SinkOutage, StoreOutage) = (sink, new Outage(time), new Outage(time));
    }

    /// <summary>The name of the kind of sink.</summary>
    public string Sink { get; }

    public IReadOnlyDictionary<string, ServerStatus> Servers { get; }

    /// <summary>The outage of the sink: batches could not be delivered, or their checkpoints not be stored.</summary>
    public Outage SinkOutage { get; }

    /// <summary>The outage of the checkpoint store.</summary>
    public Outage StoreOutage { get; }

    /// <summary>Gets whether the export is running.</summary>
    public bool IsRunning => _isRunning;

    public void Begin()
    {
        foreach (var server in Servers.Values)
        {
            server.Begin();
        }

        _isRunning = true;
    }

    public void End() => _isRunning = false;
}
