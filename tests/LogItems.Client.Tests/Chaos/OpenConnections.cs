using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace LogItems.Client.Tests.Chaos;

/// <summary>Counts the client's own open connections by server port; a server sees a connection's end only some time after it.</summary>
internal sealed class OpenConnections : IDisposable
{
    private readonly ConcurrentDictionary<int, (long Open, long Peak)> _byPort = new();
    private readonly MeterListener _listener = new();

    public OpenConnections()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "System.Net.Http", Name: "http.client.open_connections" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, change, tags, _) =>
        {
            foreach (var tag in tags)
            {
                if (tag is { Key: "server.port", Value: int port })
                {
                    _byPort.AddOrUpdate(port, (change, change), (_, count) => (count.Open + change, Math.Max(count.Peak, count.Open + change)));
                }
            }
        });
        _listener.Start();
    }

    /// <summary>The most connections that were open to a port at the same time.</summary>
    public long Peak(int port) => _byPort.GetValueOrDefault(port).Peak;

    /// <summary>The highest of all.</summary>
    public long HighestPeak => _byPort.Values.Max(count => count.Peak);

    public void Dispose() => _listener.Dispose();
}
