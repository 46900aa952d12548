using System.Text;

namespace LogItems.Export.Tests.Support;

/// <summary>An exporter that has polled each of its servers once.</summary>
internal sealed class ExporterRun : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    private ExporterRun(FleetExporter exporter) => (Exporter, _running) = (exporter, exporter.RunAsync(_stop.Token));

    public FleetExporter Exporter { get; }

    public static Task<ExporterRun> StartAsync(params FleetServer[] servers) => StartAsync(TimeProvider.System, servers);

    public static async Task<ExporterRun> StartAsync(TimeProvider time, params FleetServer[] servers)
    {
        var run = new ExporterRun(new FleetExporter(new Fleet(servers), new FleetExporterOptions { TimeProvider = time }));
        await run.Exporter.FirstRound;
        return run;
    }

    public Task<string> ReadAsync() => ReadAsync(Exporter);

    public static async Task<string> ReadAsync(FleetExporter exporter)
    {
        using var text = new MemoryStream();
        await exporter.WriteMetricsAsync(text);
        return Encoding.UTF8.GetString(text.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Exporter.Dispose();
        _stop.Dispose();
    }
}
