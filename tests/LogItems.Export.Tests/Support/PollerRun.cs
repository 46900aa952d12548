using System.Text;
using LogItems.Client.Tests;
using LogItems.Export.Prometheus;

namespace LogItems.Export.Tests.Support;

/// <summary>A poller with metrics of its own.</summary>
internal sealed class PollerRun : IDisposable
{
    private readonly FleetMetrics _metrics;

    public PollerRun(FleetServer server, FleetExporterOptions options)
    {
        var fleet = new Fleet([server]);
        _metrics = new FleetMetrics(fleet);
        Poller = new ServerPoller(server, _metrics, fleet, options);
    }

    public ServerPoller Poller { get; }

    /// <summary>The samples, a line each.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync()
    {
        using var text = new MemoryStream();
        await _metrics.Registry.CollectAndExportAsTextAsync(text);
        return [.. Encoding.UTF8.GetString(text.ToArray()).Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }

    /// <summary>Polls a server that is gone, and lets the time of the delays between retries pass.</summary>
    public Task RefuseAsync(ManualTimeProvider time) => RefuseAsync(time, poller => poller.PollAsync(CancellationToken.None));

    /// <summary>Polls or reaches a server that is gone, and lets the time of the delays between retries pass.</summary>
    public async Task RefuseAsync(ManualTimeProvider time, Func<ServerPoller, Task> pollAsync)
    {
        var polling = pollAsync(Poller);
        while (!polling.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.That(async () => await polling, Throws.InstanceOf<Exception>());
    }

    public void Dispose() => Poller.Dispose();
}
